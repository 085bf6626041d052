package org.yilianti.platform.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts single values (AES-256-GCM, a fresh 96-bit nonce each, layout version ‖ nonce ‖ ciphertext) and makes keyed hashes
 * (HMAC-SHA-256) by which an encrypted value is found.
 */
public final class PersonalDataCipher {

    private static final byte VERSION = 1;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    /** Found once: asking every provider for each value takes as long as sealing it. */
    private static final Provider PROVIDER = provider();

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey encryption;
    private final SecretKey lookup;
    private final SecureRandom random = new SecureRandom();

    /** @param masterKey 32 bytes; both working keys are derived from it, so neither is the master key itself */
    PersonalDataCipher(byte[] masterKey) {
        if (masterKey.length != 32) {
            throw new IllegalArgumentException("the master key has 32 bytes, not " + masterKey.length);
        }
        encryption = new SecretKeySpec(hmac(masterKey, "encryption".getBytes(StandardCharsets.UTF_8)), "AES");
        lookup = new SecretKeySpec(hmac(masterKey, "lookup".getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    }

    public byte[] encrypt(String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
            cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the bytes were changed or belong to another master key */
    public String decrypt(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        if (buffer.get() != VERSION) {
            throw new IllegalStateException("unknown layout of an encrypted value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
            cipher.init(Cipher.DECRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            return new String(cipher.doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("an encrypted value was changed or the master key is another", changed);
        }
    }

    /** The 32 bytes by which an equal value is found; useless without the key. */
    public byte[] lookupHash(String value) {
        return hmac(lookup.getEncoded(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
