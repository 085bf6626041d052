package org.yilianti.rotation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.service.Resolution.Outcome;
import tools.jackson.databind.ObjectMapper;

/** Writes records into rows and reads them back. */
record RecordRows(ObjectMapper json) {

    ServiceRecord record(ResultSet row, int number) throws SQLException {
        return new ServiceRecord(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("source_id"),
                content(row),
                row.getBoolean("night"),
                flags(row.getString("flags")),
                RecordStatus.ofCode(row.getString("status")),
                row.getString("reason"),
                new Hands(row.getString("recorded_by"), row.getString("confirmed_by"), row.getString("disputed_by")),
                resolution(row));
    }

    static ServiceContent content(ResultSet row) throws SQLException {
        return new ServiceContent(
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Ids.uuidOrNull(row.getBytes("duty_id")),
                ServiceKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("call_up"));
    }

    List<RecordFlag> flags(@Nullable String text) {
        return text == null ? List.of() : List.of(json.readValue(text, RecordFlag[].class));
    }

    private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
        String outcome = row.getString("resolution");
        return outcome == null
                ? null
                : new Resolution(
                        Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                        row.getString("resolved_by"),
                        row.getString("resolution_reason"));
    }

    /** In the order of the columns of the insert statement. */
    @Nullable Object[] inserted(ServiceRecord one, Timestamp now) {
        ServiceContent content = one.content();
        return new @Nullable Object[] {
            Ids.bytes(one.id()),
            Ids.bytes(one.association()),
            one.version(),
            one.sourceId(),
            Ids.bytes(content.memberId()),
            Ids.bytes(content.institutionId()),
            Ids.bytesOrNull(content.dutyId()),
            content.kind().code(),
            Timestamp.from(content.startedAt()),
            Timestamp.from(content.endedAt()),
            content.callUp(),
            one.night(),
            flags(one),
            one.flagged(),
            one.status().code(),
            one.hands().recordedBy(),
            now
        };
    }

    /** In the order of the columns of the correcting statement. */
    @Nullable Object[] corrected(ServiceRecord one) {
        ServiceContent content = one.content();
        return new @Nullable Object[] {
            Ids.bytes(content.memberId()),
            Ids.bytes(content.institutionId()),
            Ids.bytesOrNull(content.dutyId()),
            content.kind().code(),
            Timestamp.from(content.startedAt()),
            Timestamp.from(content.endedAt()),
            content.callUp(),
            one.night(),
            flags(one),
            one.hands().recordedBy(),
            Ids.bytes(one.id())
        };
    }

    /** In the order of the columns of the updating statement. */
    static @Nullable Object[] updated(ServiceRecord one, Timestamp now) {
        Resolution resolution = one.resolution();
        return new @Nullable Object[] {
            one.version(),
            one.status().code(),
            one.reason(),
            one.hands().confirmedBy(),
            one.hands().disputedBy(),
            one.flagged(),
            resolution == null ? null : resolution.outcome().code(),
            resolution == null ? null : resolution.by(),
            resolution == null ? null : resolution.reason(),
            now,
            Ids.bytes(one.id())
        };
    }

    private @Nullable String flags(ServiceRecord one) {
        return one.flags().isEmpty() ? null : json.writeValueAsString(one.flags());
    }
}
