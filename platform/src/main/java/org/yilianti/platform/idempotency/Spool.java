package org.yilianti.platform.idempotency;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that are more than memory should hold, in a file of the temporary directory until they are closed.
 *
 * <p>They may be personal data: the file has no name as soon as it is open, so nothing is left of it when the process is killed, and
 * what the disk holds is enciphered (AES in counter mode) with a key that is made for it and never leaves this object.
 */
class Spool implements Closeable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SpoolSpace space;
    private final FileChannel file;
    private final SecretKeySpec key;
    private final Cipher writing;
    private long size;

    Spool(SpoolSpace space) throws IOException {
        this.space = space;
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
        writing = cipher(Cipher.ENCRYPT_MODE);
        Path path = Files.createTempFile("request-", ".body"); // the owner's alone
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    /** Refuses (503) where this process keeps too much already. */
    void write(byte[] bytes, int length) throws IOException {
        space.take(length);
        size += length;
        byte[] enciphered = writing.update(bytes, 0, length);
        ByteBuffer rest = ByteBuffer.wrap(enciphered == null ? new byte[0] : enciphered);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /** How many bytes were written. */
    long size() {
        return size;
    }

    /** All that was written, from the beginning; to be read once and after the last was written. */
    InputStream content() throws IOException {
        return new CipherInputStream(enciphered(), cipher(Cipher.DECRYPT_MODE));
    }

    /** What the disk holds. */
    InputStream enciphered() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        space.giveBack(size);
        size = 0;
        file.close();
    }

    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[16])); // the key enciphers once
            return cipher;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
