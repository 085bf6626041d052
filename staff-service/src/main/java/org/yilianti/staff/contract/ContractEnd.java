package org.yilianti.staff.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.association.AssociationCalendar;

/** The last contract of somebody who works here ends soon, or has ended. */
@Component
class ContractEnd implements AlertGround {

    private static final String SQL = """
            select c.id as subject_id, c.member_id, c.institution_id, c.valid_to as due_on
            from contract c
            where c.association_id = :association and c.believed = 1 and c.valid_to <= :horizon
                and not exists (select 1 from contract later where later.member_id = c.member_id
                    and later.institution_id = c.institution_id and later.believed = 1
                    and (later.valid_to is null or later.valid_to > c.valid_to))
                and exists (select 1 from appointment works where works.member_id = c.member_id
                    and works.institution_id = c.institution_id and works.believed = 1
                    and (works.valid_to is null or works.valid_to > :today))
            """;

    private final Policies policies;
    private final AssociationCalendar calendar;

    ContractEnd(Policies policies, AssociationCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "contract-end";
    }

    @Override
    public String subjectType() {
        return "contract";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.inForce(association, ContractTerms.class, calendar.today())
                .endLeadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection(SQL, Map.of());
    }

    /** What an association may change of it. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<ContractTerms> contractTerms() {
            return new Policy<>("contract-terms", ContractTerms.class, ContractTerms.standard());
        }
    }
}
