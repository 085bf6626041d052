package org.yilianti.platform.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** At rest, with the key set up, which takes longer than sealing a value: as many as were ever in use at a time. */
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    /** The same of hashes. */
    private final Queue<Mac> macs = new ConcurrentLinkedQueue<>();

    /** @param masterKey 32 bytes; both working keys are derived from it, so neither is the master key itself */
    PersonalDataCipher(byte[] masterKey) {
        if (masterKey.length != 32) {
            throw new IllegalArgumentException("the master key has 32 bytes, not " + masterKey.length);
        }
        encryption = new SecretKeySpec(hmac(masterKey, "encryption".getBytes(StandardCharsets.UTF_8)), "AES");
        lookup = new SecretKeySpec(hmac(masterKey, "lookup".getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    }

    public byte[] encrypt(String value) {
        return seal(value.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when the bytes were changed or belong to another master key */
    public String decrypt(byte[] stored) {
        return new String(open(stored), StandardCharsets.UTF_8);
    }

    /** As {@link #encrypt}, of bytes. */
    public byte[] seal(byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = transformed(Cipher.ENCRYPT_MODE, nonce, value);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@link #decrypt}, of bytes. */
    public byte[] open(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        if (buffer.get() != VERSION) {
            throw new IllegalStateException("unknown layout of an encrypted value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            return transformed(Cipher.DECRYPT_MODE, nonce, sealed);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("an encrypted value was changed or the master key is another", changed);
        }
    }

    private byte[] transformed(int mode, byte[] nonce, byte[] value) throws GeneralSecurityException {
        Cipher idle = ciphers.poll();
        Cipher cipher = idle == null ? Cipher.getInstance(ALGORITHM, PROVIDER) : idle;
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] result = cipher.doFinal(value);
        ciphers.add(cipher); // one that failed is left to the collector
        return result;
    }

    /** The 32 bytes by which an equal value is found; useless without the key. */
    public byte[] lookupHash(String value) {
        Mac idle = macs.poll();
        Mac mac = idle == null ? mac(lookup) : idle;
        byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        macs.add(mac);
        return hash;
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        return mac(new SecretKeySpec(key, "HmacSHA256")).doFinal(message);
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
