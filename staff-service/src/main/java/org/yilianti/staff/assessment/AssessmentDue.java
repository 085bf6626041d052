package org.yilianti.staff.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The cycle ends soon and the holder of a licence has not been assessed in it. */
@Component
class AssessmentDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    AssessmentDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "assessment-due";
    }

    @Override
    public String subjectType() {
        return "licence";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return rules(association).leadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        Map<String, Object> params = new HashMap<>();
        AssessmentCycles rules = rules(association);
        String kinds = rules.cycles().stream()
                .map(cycle -> dueOf(rules, cycle, today, params))
                .collect(Collectors.joining(" union all "));
        return new Selection(
                kinds.isEmpty() ? "select null subject_id, null member_id, null institution_id, null due_on" : kinds,
                params);
    }

    /** Whoever holds a valid licence of the kind and has no assessment in the cycle, whichever of the licences it was for. */
    private static String dueOf(
            AssessmentCycles rules, AssessmentCycles.Cycle cycle, LocalDate today, Map<String, Object> params) {
        String number = Integer.toString(params.size());
        DatePeriod period = rules.around(cycle.kind(), today).orElseThrow();
        params.put("kind" + number, cycle.kind().code());
        params.put("from" + number, period.from());
        params.put("to" + number, String.valueOf(period.to()));
        return """
                select l.id as subject_id, l.member_id, l.main_institution_id as institution_id, cast(:to%1$s as date) as due_on
                from licence l
                where l.association_id = :association and l.believed = 1 and l.kind = :kind%1$s and l.status <> 'revoked'
                    and l.valid_from <= :today and (l.valid_to is null or l.valid_to > :today) and :to%1$s <= :horizon
                    and not exists (select 1 from assessment done join licence assessed on assessed.id = done.licence_id
                        and assessed.believed = 1 and assessed.kind = l.kind
                        where done.member_id = l.member_id and done.standing = 1 and done.cycle_from = :from%1$s)
                """.formatted(number);
    }

    private AssessmentCycles rules(UUID association) {
        return policies.inForce(association, AssessmentCycles.class, calendar.today());
    }
}
