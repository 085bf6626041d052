package org.yilianti.staff.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** A failed assessment is to be repeated soon: the holder trains and may not practise meanwhile. */
@Component
class RetakeDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    RetakeDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "assessment-retake";
    }

    @Override
    public String subjectType() {
        return "assessment";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association, AssessmentCycles.class, calendar.today())
                .leadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection("""
                select s.id as subject_id, s.member_id, s.institution_id, s.retake_by as due_on from assessment s
                where s.association_id = :association and s.standing = 1 and s.retake_by <= :horizon
                    and not exists (select 1 from assessment again where again.repeats_id = s.id and again.standing = 1)
                """, Map.of());
    }
}
