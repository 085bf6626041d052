package org.yilianti.rotation.service.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.service.RecordRevision;
import org.yilianti.rotation.service.RecordStatus;
import org.yilianti.rotation.service.ServiceKind;

/** What a record said before; oldest first. */
record RevisionResource(List<PastRecord> items) {

    /** One earlier version. */
    record PastRecord(
            long version,
            ServiceKind kind,
            Instant startedAt,
            Instant endedAt,
            @Nullable String callUp,
            boolean night,
            RecordStatus status,
            List<FlagResource> flags,
            @Nullable String reason,
            String recordedBy,
            @Nullable String confirmedBy,
            Instant changedAt) {}

    static RevisionResource of(List<RecordRevision> revisions, ProblemFactory texts, Locale locale) {
        return new RevisionResource(revisions.stream()
                .map(one -> new PastRecord(
                        one.version(),
                        one.content().kind(),
                        one.content().startedAt(),
                        one.content().endedAt(),
                        one.content().callUp(),
                        one.night(),
                        one.status(),
                        FlagResource.of(one.flags(), texts, locale),
                        one.reason(),
                        one.recordedBy(),
                        one.confirmedBy(),
                        one.changedAt()))
                .toList());
    }
}
