package org.yilianti.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The random secrets of one data directory, in a file that only its owner can read; made once, never changed. */
public final class Secrets {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String ADMINISTRATOR = "database.administrator";
    private static final String MASTER_KEY = "master-key";
    private static final String SAMPLE_PASSWORD = "sample.password";
    private static final String SAMPLE_CLIENT_SECRET = "sample.client-secret";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 24;
    private static final int TYPED_PASSWORD_BYTES = 12;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file; what it lacks, which is everything at the first start, is made and added. */
    static Secrets in(Path file) {
        try {
            Properties values = new Properties();
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (complete(values)) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String administratorPassword() {
        return values.getProperty(ADMINISTRATOR);
    }

    public String databasePassword(Module module) {
        return values.getProperty(databaseKey(module));
    }

    /** Returns the key that the services' own keys are encrypted with: 32 bytes in base64. */
    public String masterKey() {
        return values.getProperty(MASTER_KEY);
    }

    /** Returns the password of every sample account. */
    public String samplePassword() {
        return values.getProperty(SAMPLE_PASSWORD);
    }

    /** Returns the secret of every sample machine client. */
    public String sampleClientSecret() {
        return values.getProperty(SAMPLE_CLIENT_SECRET);
    }

    private static boolean complete(Properties values) {
        SecureRandom random = new SecureRandom();
        int before = values.size();
        for (Module module : Module.values()) {
            values.putIfAbsent(databaseKey(module), password(random, PASSWORD_BYTES));
        }
        values.putIfAbsent(ADMINISTRATOR, password(random, PASSWORD_BYTES));
        values.putIfAbsent(SAMPLE_PASSWORD, password(random, TYPED_PASSWORD_BYTES));
        values.putIfAbsent(SAMPLE_CLIENT_SECRET, password(random, PASSWORD_BYTES));
        values.putIfAbsent(MASTER_KEY, Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES)));
        return values.size() > before;
    }

    private static void write(Path file, Properties values) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            values.store(writer, "Keep this file: without the master key, protected data cannot be read again.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String databaseKey(Module module) {
        return "database." + module.schema();
    }

    private static String password(SecureRandom random, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, length));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
