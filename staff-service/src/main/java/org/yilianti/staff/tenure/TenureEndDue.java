package org.yilianti.staff.tenure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The term of a director ends soon (R10). */
@Component
class TenureEndDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    TenureEndDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "director-term-end";
    }

    @Override
    public String subjectType() {
        return "director-tenure";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association, TenureRules.class, calendar.today())
                .leadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection("""
                select t.id as subject_id, t.member_id, t.institution_id, t.term_to as due_on from director_tenure t
                where t.association_id = :association and t.ended_on is null and t.term_to <= :horizon and t.term_to >= :today
                """, Map.of());
    }
}
