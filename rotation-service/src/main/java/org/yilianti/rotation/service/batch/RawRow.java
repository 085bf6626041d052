package org.yilianti.rotation.service.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.service.ServiceEntry;

/**
 * A row of a file as it is written, in CSV with these columns in lower case with underscores.
 *
 * @param startedAt with an offset, or in the association's time
 */
record RawRow(
        @Nullable String sourceId,
        @Nullable String staffNo,
        @Nullable String institutionCode,
        @Nullable String kind,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable String dutyId,
        @Nullable String callUp) {

    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_CALL_UP = 100;

    /** What the row says; throws {@link BadRow} where it says nothing that could be understood. */
    ServiceEntry entry() {
        String source = required("source_id", sourceId);
        if (source.length() > LONGEST_SOURCE) {
            throw new BadRow("source_id", "too-long-text", LONGEST_SOURCE);
        }
        return new ServiceEntry(
                source,
                null,
                required("staff_no", staffNo),
                null,
                required("institution_code", institutionCode),
                required("kind", kind),
                time("started_at", startedAt),
                time("ended_at", endedAt),
                duty(),
                named());
    }

    private static String required(String column, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadRow(column, "required", column);
        }
        return value.strip();
    }

    private static Instant time(String column, @Nullable String value) {
        String text = required(column, value).replace(' ', 'T');
        try {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 0;
            Instant time = offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(AssociationZone.ZONE).toInstant();
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException malformed) {
            throw new BadRow(column, "invalid-time", text);
        }
    }

    private @Nullable String named() {
        if (callUp == null || callUp.isBlank()) {
            return null;
        }
        String named = callUp.strip();
        if (named.length() > LONGEST_CALL_UP) {
            throw new BadRow("call_up", "too-long-text", LONGEST_CALL_UP);
        }
        return named;
    }

    private @Nullable UUID duty() {
        if (dutyId == null || dutyId.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(dutyId.strip());
        } catch (IllegalArgumentException malformed) {
            throw new BadRow("duty_id", "unknown-duty", dutyId);
        }
    }
}
