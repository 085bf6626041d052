package org.yilianti.platform.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yilianti.platform.problem.Refusal;

/** Whoever makes a request: a person or a machine, as the access token says. A controller gets it as an argument. */
public final class Caller {

    private final String name;
    private final UUID association;
    private final List<Grant> grants;
    private final @Nullable String staffNo;
    private final @Nullable Instant signedInAt;

    private Caller(
            String name, UUID association, List<Grant> grants, @Nullable String staffNo, @Nullable Instant signedInAt) {
        this.name = name;
        this.association = association;
        this.grants = List.copyOf(grants);
        this.staffNo = staffNo;
        this.signedInAt = signedInAt;
    }

    /**
     * The caller that a validated token describes; roles this version does not know are ignored.
     *
     * @throws IllegalArgumentException when the token names no association or subject, or its grants are malformed
     */
    public static Caller of(Jwt token) {
        try {
            UUID association = UUID.fromString(token.getClaimAsString("association"));
            String name = Objects.requireNonNull(token.getSubject());
            return new Caller(
                    name,
                    association,
                    grants(token),
                    token.getClaimAsString("staff_no"),
                    token.getClaimAsInstant("auth_time"));
        } catch (NullPointerException | ClassCastException malformed) {
            throw new IllegalArgumentException("the token does not describe a caller", malformed);
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

    /** The unique account name or client id: what four-eyes rules compare and the audit trail keeps. */
    public String name() {
        return name;
    }

    public UUID association() {
        return association;
    }

    /** The caller's business number as a member of staff; null for machines and outsiders. */
    public @Nullable String staffNo() {
        return staffNo;
    }

    /** When this person last proved who they are (claim {@code auth_time}); null for machines, which never sign in. */
    public @Nullable Instant signedInAt() {
        return signedInAt;
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean hasAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(this::has);
    }

    /** The institutions for which the caller holds any of {@code roles}. */
    public InstitutionScope scope(Role... roles) {
        return grants.stream()
                .filter(grant -> Arrays.asList(roles).contains(grant.role()))
                .map(Grant::institutions)
                .reduce(InstitutionScope.NONE, InstitutionScope::union);
    }

    /** Refuses (403, {@code access.institution}) unless the caller holds one of {@code roles} for the institution. */
    public void require(String institutionCode, Role... roles) {
        if (!scope(roles).permits(institutionCode)) {
            throw Refusal.forbidden("access.institution", institutionCode);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
