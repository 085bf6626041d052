package org.yilianti.gateway.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** When somebody proved who they are: what tokens of people tell as {@code auth_time}. Machines never sign in. */
public final class SignInTime {

    private SignInTime() {}

    /** The time of the newest factor; empty when nobody signed in. */
    public static Optional<Instant> of(@Nullable Authentication signedIn) {
        return Optional.ofNullable(signedIn).stream()
                .flatMap(one -> one.getAuthorities().stream())
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(factor -> ((FactorGrantedAuthority) factor).getIssuedAt())
                .max(Comparator.naturalOrder());
    }
}
