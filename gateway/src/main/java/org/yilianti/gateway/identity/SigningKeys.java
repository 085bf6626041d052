package org.yilianti.gateway.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The keys as this replica knows them: all are published and verify, the newest that has begun signs.
 *
 * <p>A new key is announced for longer than replicas take to learn of it, so none meets a token that it cannot verify.
 */
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SigningKeyStore store;
    private final Clock clock;
    private volatile List<SigningKey> known = List.of();
    private volatile JWKSet published = new JWKSet();
    private volatile Instant learnt = Instant.EPOCH;

    SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Before the first request: the stored keys, or the first one, made now by the first replica. */
    void begin() {
        if (learn().isEmpty()) {
            Instant now = clock.instant();
            try {
                store.add(SigningKey.made(1, now, now));
            } catch (DuplicateKeyException otherReplicaWasFaster) {
                log.debug("another replica made the first key", otherReplicaWasFaster);
            }
            learn();
        }
    }

    /** The key for a token that is issued now. */
    JWK signing() {
        Instant now = clock.instant();
        return known.stream()
                .filter(key -> key.hasBegun(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key has begun to sign"))
                .key();
    }

    /** The keys that fit; for one that is not known here the table is asked again, though not at every call. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> fitting = selector.select(published);
        if (fitting.isEmpty() && learnt.plus(PAUSE).isBefore(clock.instant())) {
            reload();
            return selector.select(published);
        }
        return fitting;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void reload() {
        try {
            learn();
        } catch (DataAccessException unreachable) {
            log.warn("the signing keys could not be read again: {}", unreachable.getMessage());
        }
    }

    private List<SigningKey> learn() {
        List<SigningKey> living = store.living(clock.instant());
        published = new JWKSet(living.stream().<JWK>map(SigningKey::key).toList());
        known = living;
        learnt = clock.instant();
        return living;
    }
}
