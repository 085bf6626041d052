package org.yilianti.staff.tenure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The result of a year of a term is to be confirmed (R10). */
@Component
class TenureResultDue implements AlertGround {

    private final Policies policies;
    private final AssociationCalendar calendar;

    TenureResultDue(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "director-result";
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
                select due.id as subject_id, due.member_id, due.institution_id, due.due_on from (select t.*, date_add(t.term_from,
                    interval (select count(*) + 1 from director_result r where r.tenure_id = t.id and r.term_year > 0
                        and r.confirmed_at is not null) year) as due_on
                    from director_tenure t where t.association_id = :association and t.agreed_at is not null and t.ended_on is null) due
                where due.due_on <= :horizon and due.due_on <= due.term_to
                """, Map.of());
    }
}
