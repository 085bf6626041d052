package org.yilianti.gateway.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilianti.platform.access.Role;

/**
 * A role over institutions of the association.
 *
 * @param institutions institution codes, at least one; {@code *} stands for the whole association
 */
public record Grant(Role role, List<String> institutions) {

    /** What an institution code, or the star for all, looks like. */
    public static final String INSTITUTION = "\\*|[A-Za-z0-9_-]{1,50}";

    public Grant {
        if (institutions.isEmpty()) {
            throw new IllegalArgumentException("a grant of " + role.claim() + " names no institution; use * for all");
        }
        for (String code : institutions) {
            if (!code.matches(INSTITUTION)) {
                throw new IllegalArgumentException("'" + code + "' is no institution code");
            }
        }
        institutions = institutions.stream().distinct().sorted().toList();
    }

    /** The role as configuration, database and tokens spell it. */
    static Role role(String claim) {
        return Role.ofClaim(claim).orElseThrow(() -> new IllegalArgumentException("no role '" + claim + "'"));
    }

    /** Plain mutable collections: the authorization server stores the claims as typed JSON and reads only such back. */
    Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("role", role.claim());
        claim.put("institutions", new ArrayList<>(institutions));
        return claim;
    }

    /** The claims of all {@code grants}. */
    static List<Map<String, Object>> claims(List<Grant> grants) {
        List<Map<String, Object>> claims = new ArrayList<>();
        grants.forEach(grant -> claims.add(grant.claim()));
        return claims;
    }
}
