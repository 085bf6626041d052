package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.alert.AlertGround;

/** The last licence of its kind of somebody who works here ends soon, or has ended. */
@Component
class LicenceExpiry implements AlertGround {

    /** Whoever has a later licence of the kind has renewed it, whether the later one names it (a form) or not (a file). */
    static final String SQL = """
            select l.id as subject_id, l.member_id, l.main_institution_id as institution_id, l.valid_to as due_on
            from licence l
            where l.association_id = :association and l.believed = 1 and l.valid_to <= :horizon and l.status <> 'revoked'
                and not exists (select 1 from licence later where later.member_id = l.member_id and later.kind = l.kind
                    and later.believed = 1 and later.status <> 'revoked'
                    and (later.valid_to is null or later.valid_to > l.valid_to))
                and exists (select 1 from appointment works where works.member_id = l.member_id and works.believed = 1
                    and (works.valid_to is null or works.valid_to > :today))
            """;

    private final LicencePolicies policies;

    LicenceExpiry(LicencePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String kind() {
        return "licence-expiry";
    }

    @Override
    public String subjectType() {
        return "licence";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return policies.terms(association).expiryLeadDays();
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection(SQL, Map.of());
    }
}
