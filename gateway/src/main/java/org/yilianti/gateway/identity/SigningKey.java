package org.yilianti.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.gateway.secret.MasterKey;
import org.yilianti.gateway.secret.Seal;

/** The RSA key that signs tokens: made at the first start of the first replica, then shared by all, sealed at rest. */
@Component
class SigningKey {

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    SigningKey(JdbcClient jdbc, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.seal = masterKey.seal("signing-key");
        this.clock = clock;
    }

    /** The stored key, or a new one that is stored now. */
    RSAKey loadOrMake() {
        return load().orElseGet(() -> {
            try {
                return store(make());
            } catch (DuplicateKeyException otherReplicaWasFaster) {
                return load().orElseThrow(() -> otherReplicaWasFaster);
            }
        });
    }

    private Optional<RSAKey> load() {
        return jdbc.sql("SELECT kid, sealed FROM signing_key WHERE slot = 1")
                .query((row, number) -> open(row.getString("kid"), row.getBytes("sealed")))
                .optional();
    }

    private RSAKey store(RSAKey key) {
        byte[] sealed = seal.close(key.toJSONString().getBytes(StandardCharsets.UTF_8), key.getKeyID());
        jdbc.sql("INSERT INTO signing_key (slot, kid, sealed, created_at) VALUES (1, ?, ?, ?)")
                .params(key.getKeyID(), sealed, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        log.atInfo().addKeyValue("kid", key.getKeyID()).log("made the key that signs tokens");
        return key;
    }

    private RSAKey open(String kid, byte[] sealed) {
        try {
            return RSAKey.parse(new String(seal.open(sealed, kid), StandardCharsets.UTF_8));
        } catch (ParseException malformed) {
            throw new IllegalStateException("the signing key " + kid + " is not a JWK", malformed);
        }
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK cannot make an RSA key", impossible);
        }
    }
}
