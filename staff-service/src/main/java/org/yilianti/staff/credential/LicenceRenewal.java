package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.staff.alert.AlertGround;
import org.yilianti.staff.credential.LicenceTerms.Term;

/** A licence that runs for a term can be renewed now. */
@Component
class LicenceRenewal implements AlertGround {

    private final LicencePolicies policies;

    LicenceRenewal(LicencePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String kind() {
        return "licence-renewal";
    }

    @Override
    public String subjectType() {
        return "licence";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return List.of(policies.terms(association).limited().stream()
                .map(Term::renewalDays)
                .max(Comparator.naturalOrder())
                .orElse(0));
    }

    /** Each kind has a window of its own; when a licence has ended it is too late to renew. */
    @Override
    public Selection due(UUID association, LocalDate today) {
        Map<String, Object> params = new HashMap<>();
        String open = policies.terms(association).limited().stream()
                .map(term -> window(term, today, params))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Selection(
                LicenceExpiry.SQL + " and l.valid_to > :today and " + (open.equals("()") ? "1 = 0" : open), params);
    }

    private static String window(Term term, LocalDate today, Map<String, Object> params) {
        String suffix = Integer.toString(params.size());
        params.put("kind" + suffix, term.kind().code());
        params.put("opened" + suffix, today.plusDays(term.renewalDays()));
        return "l.kind = :kind%1$s and l.valid_to <= :opened%1$s".formatted(suffix);
    }
}
