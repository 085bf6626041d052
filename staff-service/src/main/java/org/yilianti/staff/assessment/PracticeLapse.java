package org.yilianti.staff.assessment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The holder of a licence has had no appointment for so long that the registration lapses (Physicians Law 2022 art. 17). */
@Component
class PracticeLapse implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    PracticeLapse(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "practice-lapse";
    }

    @Override
    public String subjectType() {
        return "licence";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return rules(association).leadDays();
    }

    /** Reads every appointment of the association, and changes only with the days. */
    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        AssessmentCycles rules = rules(association);
        List<String> kinds =
                rules.cycles().stream().map(cycle -> cycle.kind().code()).toList();
        return new Selection(
                """
                select l.id as subject_id, l.member_id, l.main_institution_id as institution_id,
                    date_add(idle.since, interval :idleMonths month) as due_on
                from licence l
                join (select p.member_id, max(coalesce(p.valid_to, '9999-01-01')) as since from appointment p
                    where p.association_id = :association and p.believed = 1 group by p.member_id) idle on idle.member_id = l.member_id
                where l.association_id = :association and l.believed = 1 and l.status <> 'revoked' and l.kind in (:assessed)
                    and (l.valid_to is null or l.valid_to > :today) and idle.since <= :today
                    and date_add(idle.since, interval :idleMonths month) <= :horizon
                """, Map.of("idleMonths", rules.idleMonths(), "assessed", kinds.isEmpty() ? List.of("") : kinds));
    }

    private AssessmentCycles rules(UUID association) {
        return policies.inForce(association, AssessmentCycles.class, calendar.today());
    }
}
