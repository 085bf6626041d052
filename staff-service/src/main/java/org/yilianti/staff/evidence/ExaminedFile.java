package org.yilianti.staff.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is what it says, and what the scan of it found. */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record ExaminedFile(String name, FileType type, byte[] content, Verdict.Outcome scan) {

    /** SHA-256 of the content, in hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
