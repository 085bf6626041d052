package org.yilianti.staff.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** What goes on at an institution after the day on which it leaves: somebody must move or end it. */
@Configuration(proxyBeanMethods = false)
class Departures {

    /** The last departure of those that have not come back or are to. */
    private static final String GONE = """
             gone on gone.institution_id = %1$s.institution_id
            where gone.association_id = :association and gone.left_on <= :horizon
                and not exists (select 1 from institution_membership back where back.institution_id = gone.institution_id
                    and back.joined_on >= gone.left_on)
                and (%1$s.valid_to is null or %1$s.valid_to > gone.left_on and %1$s.valid_to > :today)
            """;

    @Bean
    Policy<MembershipTerms> membershipTerms() {
        return new Policy<>("membership-terms", MembershipTerms.class, MembershipTerms.standard());
    }

    @Bean
    AlertGround departedAppointment(Policies policies, AssociationCalendar calendar) {
        return new Ground(
                "departed-appointment",
                "appointment",
                policies,
                calendar,
                """
                select a.id as subject_id, a.member_id, a.institution_id, gone.left_on as due_on
                from appointment a join institution_membership""" + GONE.formatted("a") + " and a.believed = 1");
    }

    @Bean
    AlertGround departedContract(Policies policies, AssociationCalendar calendar) {
        return new Ground(
                "departed-contract", "contract", policies, calendar, """
                select c.id as subject_id, c.member_id, c.institution_id, gone.left_on as due_on
                from contract c join institution_membership""" + GONE.formatted("c") + " and c.believed = 1");
    }

    @Bean
    AlertGround departedPost(Policies policies, AssociationCalendar calendar) {
        return new Ground("departed-post", "authorised-post", policies, calendar, """
                select p.id as subject_id, null as member_id, p.institution_id, gone.left_on as due_on
                from authorised_post p join institution_membership""" + GONE.formatted("p"));
    }

    private record Ground(String kind, String subjectType, Policies policies, AssociationCalendar calendar, String sql)
            implements AlertGround {

        @Override
        public List<Integer> leadDays(UUID association) {
            return policies.inForce(association, MembershipTerms.class, calendar.today())
                    .departureLeadDays();
        }

        @Override
        public Selection due(UUID association, LocalDate today) {
            return new Selection(sql, Map.of());
        }
    }
}
