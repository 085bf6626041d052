package org.yilianti.incentive.verification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * A record of service in a sample, as it was when it was drawn.
 *
 * @param verified false: refuted; null while nobody has judged
 * @param finding what was found; not null of a refuted one
 */
public record VerificationItem(
        UUID record,
        long version,
        String sourceId,
        UUID member,
        String kind,
        Instant startedAt,
        int minutes,
        @Nullable Boolean verified,
        @Nullable String finding,
        @Nullable String judgedBy) {

    /** Judged, or judged anew; refuses (422) to refute without a finding, and (403) to judge one's own service. */
    VerificationItem judged(boolean holds, @Nullable String found, String judge, boolean own) {
        if (own) {
            throw Refusal.forbidden("verification.own-service", judge);
        }
        if (!holds && (found == null || found.isBlank())) {
            throw Refusal.invalid("verification.finding-missing").at("/finding");
        }
        return new VerificationItem(
                record, version + 1, sourceId, member, kind, startedAt, minutes, holds, found, judge);
    }
}
