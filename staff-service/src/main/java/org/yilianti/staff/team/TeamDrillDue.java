package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.membership.Belonging;

/** A team has to drill soon, or has not drilled in time (R12). */
@Component
class TeamDrillDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    TeamDrillDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "emergency-drill";
    }

    @Override
    public String subjectType() {
        return "emergency-team";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return rules(association).leadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection(
                """
                select t.id as subject_id, null as member_id, t.institution_id, date_add(coalesce((select max(d.held_on)
                    from emergency_drill d where d.team_id = t.id), t.term_from), interval :drillMonths month) as due_on
                from emergency_team t where t.association_id = :association and t.dissolved_on is null and
                """ + Belonging.sql("t.institution_id"),
                Map.of("drillMonths", rules(association).drillMonths(), "asOf", today));
    }

    private TeamRules rules(UUID association) {
        return TeamPolicies.on(policies, association, calendar.today());
    }
}
