package org.yilianti.gateway.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.gateway.secret.MasterKey;
import org.yilianti.gateway.secret.Seal;

/** The table of keys, sealed at rest; a dead key is deleted by {@code ExpiredAuthorizations}. */
@Repository
class SigningKeyStore {

    private static final String COLUMNS = "generation, kid, sealed, created_at, signs_from, verifies_until";

    private final JdbcClient jdbc;
    private final Seal seal;

    SigningKeyStore(JdbcClient jdbc, MasterKey masterKey) {
        this.jdbc = jdbc;
        this.seal = masterKey.seal("signing-key");
    }

    /** The keys that sign or verify at {@code now} or later, newest first. */
    List<SigningKey> living(Instant now) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM signing_key WHERE verifies_until IS NULL OR verifies_until > ? ORDER BY generation DESC")
                .param(utc(now))
                .query(this::key)
                .list();
    }

    /** The newest key, locked: whoever rotates holds it, so that two do not rotate at once. */
    Optional<SigningKey> lockNewest() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM signing_key ORDER BY generation DESC LIMIT 1 FOR UPDATE")
                .query(this::key)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another replica added this generation */
    void add(SigningKey key) {
        byte[] sealed = seal.close(key.key().toJSONString().getBytes(StandardCharsets.UTF_8), key.kid());
        jdbc.sql("INSERT INTO signing_key (generation, kid, sealed, created_at, signs_from) VALUES (?, ?, ?, ?, ?)")
                .params(key.generation(), key.kid(), sealed, utc(key.createdAt()), utc(key.signsFrom()))
                .update();
    }

    /** Lets the keys before {@code successor} verify until {@code end} and no longer. */
    void retireBefore(SigningKey successor, Instant end) {
        jdbc.sql("UPDATE signing_key SET verifies_until = ? WHERE verifies_until IS NULL AND generation < ?")
                .params(utc(end), successor.generation())
                .update();
    }

    private SigningKey key(ResultSet row, int number) throws SQLException {
        String kid = row.getString("kid");
        return new SigningKey(
                row.getInt("generation"),
                open(kid, row.getBytes("sealed")),
                instant(row.getObject("created_at", LocalDateTime.class)),
                instant(row.getObject("signs_from", LocalDateTime.class)),
                end(row.getObject("verifies_until", LocalDateTime.class)));
    }

    private RSAKey open(String kid, byte[] sealed) {
        try {
            return RSAKey.parse(new String(seal.open(sealed, kid), StandardCharsets.UTF_8));
        } catch (ParseException malformed) {
            throw new IllegalStateException("the signing key " + kid + " is not a JWK", malformed);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant end(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
