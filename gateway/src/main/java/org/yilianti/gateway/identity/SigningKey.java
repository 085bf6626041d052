package org.yilianti.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key that signs tokens, did so, or will.
 *
 * @param generation 1 for the first; each rotation adds one
 * @param signsFrom published before, so that whoever verifies knows it by then
 * @param verifiesUntil when the last token it signed has expired; null until a successor is announced
 */
public record SigningKey(
        int generation,
        RSAKey key,
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant verifiesUntil) {

    private static final int BITS = 2048;

    /** What a key does at a given time. */
    public enum Standing {
        ANNOUNCED,
        SIGNING,
        VERIFYING
    }

    /** A key made now. */
    static SigningKey made(int generation, Instant now, Instant signsFrom) {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SigningKey(generation, key, now, signsFrom, null);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK cannot make an RSA key", impossible);
        }
    }

    public String kid() {
        return key.getKeyID();
    }

    boolean hasBegun(Instant now) {
        return !signsFrom.isAfter(now);
    }

    @Override
    public String toString() {
        return "SigningKey[" + generation + ", " + kid() + "]";
    }
}
