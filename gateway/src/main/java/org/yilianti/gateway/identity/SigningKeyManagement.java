package org.yilianti.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.gateway.identity.SigningKey.Standing;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** Replaces the key that signs tokens without any of those that are out losing its validity. */
@Component
public class SigningKeyManagement {

    /** The authorization server gives identity tokens this long; access tokens are shorter by default. */
    private static final Duration IDENTITY_TOKEN_TTL = Duration.ofMinutes(30);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final SigningKeyStore store;
    private final IssuerSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    SigningKeyManagement(SigningKeyStore store, IssuerSettings settings, AuditTrail audit, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The living keys with what each does now, newest first. */
    @Transactional(readOnly = true)
    public List<Known> list() {
        Instant now = clock.instant();
        List<SigningKey> living = store.living(now);
        SigningKey signing =
                living.stream().filter(key -> key.hasBegun(now)).findFirst().orElse(null);
        return living.stream()
                .map(key -> new Known(key, standing(key, now, key.equals(signing))))
                .toList();
    }

    /** A key and what it does. */
    public record Known(SigningKey key, Standing standing) {}

    /** Announces a new key; refuses (409) while the previous one is still only announced. */
    @Transactional
    public Known rotate(Caller caller) {
        Instant now = clock.instant();
        SigningKey newest = store.lockNewest().orElseThrow();
        if (!newest.hasBegun(now)) {
            throw Refusal.conflict("signing-key.announced", newest.kid());
        }
        SigningKey next = SigningKey.made(newest.generation() + 1, now, now.plus(settings.keyAnnouncement()));
        store.add(next);
        Instant end = next.signsFrom().plus(longestToken()).plus(CLOCKS_DIFFER);
        store.retireBefore(next, end);
        audit.record(AuditRecord.of(
                caller,
                "signing-key.rotated",
                "signing-key",
                next.kid(),
                null,
                Map.of("signsFrom", next.signsFrom(), "previousVerifiesUntil", end)));
        return new Known(next, Standing.ANNOUNCED);
    }

    private Duration longestToken() {
        Duration access = settings.accessTokenTtl();
        return access.compareTo(IDENTITY_TOKEN_TTL) > 0 ? access : IDENTITY_TOKEN_TTL;
    }

    private static Standing standing(SigningKey key, Instant now, boolean signs) {
        if (!key.hasBegun(now)) {
            return Standing.ANNOUNCED;
        }
        return signs ? Standing.SIGNING : Standing.VERIFYING;
    }
}
