package org.yilianti.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The one secret the gateway is given; everything else is derived from it per purpose, so that uses never mix. */
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] material;

    MasterKey(byte[] material) {
        if (material.length != BYTES) {
            throw new IllegalArgumentException("the master key has " + material.length
                    + " bytes, must have 32: make one with `openssl rand -base64 32`");
        }
        this.material = material.clone();
    }

    /** The key written in base64, as PLATFORM_MASTER_KEY carries it. */
    static MasterKey parse(String base64) {
        try {
            return new MasterKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "PLATFORM_MASTER_KEY must be 32 bytes in base64: " + malformed.getMessage(), malformed);
        }
    }

    /** The seal for values of one purpose; what another purpose's seal made does not open. */
    public Seal seal(String purpose) {
        return new Seal(derive("AES", "seal:" + purpose));
    }

    /** A secret that every replica derives alike, so that it need not be stored or configured. */
    public String secret(String purpose) {
        byte[] derived = derive("Generic", "secret:" + purpose).getEncoded();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    }

    private SecretKey derive(String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(material)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK lacks HKDF-SHA256", impossible);
        }
    }
}
