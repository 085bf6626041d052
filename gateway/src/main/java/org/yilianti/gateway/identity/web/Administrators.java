package org.yilianti.gateway.identity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.yilianti.gateway.identity.Role;
import org.yilianti.gateway.session.CallerTokens;

/** Tells who may administer accounts: holders of association-admin over the whole association. */
@Component
class Administrators {

    private final CallerTokens tokens;

    Administrators(CallerTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller as an administrator.
     *
     * @throws AccessDeniedException when it is none
     */
    Administrator require(Authentication caller) {
        Jwt token = tokens.of(caller);
        if (!(token.getClaims().get("grants") instanceof List<?> grants)
                || grants.stream().noneMatch(Administrators::administers)) {
            throw new AccessDeniedException("association-admin only");
        }
        return new Administrator(caller.getName(), UUID.fromString(token.getClaimAsString("association")));
    }

    private static boolean administers(Object grant) {
        return grant instanceof Map<?, ?> fields
                && Role.ASSOCIATION_ADMIN.wireName().equals(fields.get("role"))
                && fields.get("institutions") instanceof List<?> institutions
                && institutions.contains("*");
    }

    /** Who it is and whose accounts it sees. */
    record Administrator(String name, UUID association) {}
}
