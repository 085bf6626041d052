package org.yilianti.gateway.identity;

import java.util.List;

/**
 * A role over institutions of the association.
 *
 * @param institutions institution codes, at least one; {@code *} stands for the whole association
 */
public record Grant(Role role, List<String> institutions) {

    public Grant {
        if (institutions.isEmpty()) {
            throw new IllegalArgumentException(
                    "a grant of " + role.wireName() + " names no institution; use * for all");
        }
        for (String code : institutions) {
            if (!code.matches("\\*|[A-Za-z0-9_-]{1,50}")) {
                throw new IllegalArgumentException("'" + code + "' is no institution code");
            }
        }
        institutions = institutions.stream().distinct().sorted().toList();
    }
}
