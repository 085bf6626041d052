package org.yilianti.incentive.payrun;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of computing a run again.
 *
 * @param differences how many stored shares, lines and corrections are not what the stored inputs give, missing and surplus ones
 *     included
 * @param digest SHA-256 of what the stored inputs give now
 * @param storedDigest SHA-256 of what they gave when the run was calculated; null for runs older than its keeping
 * @param knownAt when the inputs were taken; null likewise
 */
public record RecomputedRun(
        int differences,
        String digest,
        @Nullable String storedDigest,
        @Nullable Instant knownAt) {

    /** Whether the run is, to the byte, what it was. */
    public boolean identical() {
        return differences == 0 && (storedDigest == null || storedDigest.equals(digest));
    }
}
