package org.yilianti.staff.remediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.alert.AlertGround;

/** Somebody has not met it and nothing is decided, or what was decided is due and the post is still held (R6). */
@Component
class DecisionOutstanding implements AlertGround {

    @Override
    public String kind() {
        return "remediation-decision";
    }

    @Override
    public String subjectType() {
        return "remediation-case";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return List.of(0);
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection("""
                select c.id as subject_id, c.member_id, c.institution_id, c.deadline as due_on from remediation_case c
                where c.association_id = :association and c.state = 'not-met'
                union all
                select c.id, c.member_id, c.institution_id, c.effective_on from remediation_case c
                where c.association_id = :association and c.state = 'decided' and c.effective_on <= :horizon
                    and exists (select 1 from appointment a where a.id = c.appointment_id and a.believed = 1
                        and (a.valid_to is null or a.valid_to > c.effective_on))
                """, Map.of());
    }
}
