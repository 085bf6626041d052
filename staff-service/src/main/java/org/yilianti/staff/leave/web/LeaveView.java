package org.yilianti.staff.leave.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.leave.Leave;

/** Leave as it is shown; validTo is the first day back, supersededAt is null while it is believed. */
record LeaveView(
        UUID id,
        int revision,
        UUID memberId,
        String kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason,
        @Nullable Instant supersededAt) {

    static LeaveView of(Leave leave) {
        var recording = leave.recording();
        return new LeaveView(
                leave.id(),
                leave.revision(),
                leave.member().value(),
                leave.kind().code(),
                leave.days().from(),
                leave.days().to(),
                recording.at(),
                recording.by(),
                recording.reason(),
                recording.supersededAt());
    }
}
