package org.yilianti.staff.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this installation takes evidence files.
 *
 * @param clamd host:port of a ClamAV daemon; null for none
 * @param patience with the daemon, for one file
 * @param maxSize largest file
 * @param atOnce files that are examined at a time in this process: each is held in memory
 */
@ConfigurationProperties("staff.evidence")
record EvidenceSettings(
        @Nullable String clamd,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("4") int atOnce) {

    EvidenceSettings {
        if (clamd != null && !clamd.isBlank() && !clamd.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException("staff.evidence.clamd is host:port, not " + clamd);
        }
    }

    /** The scanner, if there is one. */
    VirusScan scanner() {
        if (clamd == null || clamd.isBlank()) {
            return VirusScan.NONE;
        }
        int colon = clamd.lastIndexOf(':');
        return new Clamd(clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon + 1)), patience);
    }
}
