package org.yilianti.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller from a validated token; unknown roles are ignored, a malformed claim refuses the token. */
class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        try {
            UUID association = UUID.fromString(jwt.getClaimAsString("association"));
            String name = Objects.requireNonNull(jwt.getSubject());
            return new CallerAuthentication(
                    jwt, new Caller(name, association, grants(jwt), jwt.getClaimAsString("staff_no")));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException malformed) {
            throw new BadCredentialsException("the token's association or grants claim is malformed", malformed);
        }
    }

    private static List<Grant> grants(Jwt jwt) {
        List<?> claims = Objects.requireNonNullElse(jwt.<List<?>>getClaim("grants"), List.of());
        return claims.stream().flatMap(claim -> grant((Map<?, ?>) claim)).toList();
    }

    private static Stream<Grant> grant(Map<?, ?> claim) {
        String role = (String) Objects.requireNonNull(claim.get("role"));
        Collection<?> institutions = (Collection<?>) Objects.requireNonNull(claim.get("institutions"));
        InstitutionScope scope = InstitutionScope.of(
                institutions.stream().map(String.class::cast).toList());
        return Role.ofClaim(role).stream().map(known -> new Grant(known, scope));
    }
}
