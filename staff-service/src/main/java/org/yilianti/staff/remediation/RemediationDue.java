package org.yilianti.staff.remediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The time for a qualification is over soon, or is over and nobody has found whether it was met (R6). */
@Component
class RemediationDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    RemediationDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "remediation-deadline";
    }

    @Override
    public String subjectType() {
        return "remediation-case";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association, RemediationRules.class, calendar.today())
                .leadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection("""
                select c.id as subject_id, c.member_id, c.institution_id, c.deadline as due_on from remediation_case c
                where c.association_id = :association and c.state = 'open' and c.deadline <= :horizon
                """, Map.of());
    }
}
