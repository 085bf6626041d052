package org.yilianti.rotation.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.directory.StaffCategory;

/** The way between a duty and its row. */
final class DutyRows {

    static final String INSERT = """
            insert into duty (id, association_id, plan_id, institution_id, member_id, work_date, shift, category, specialty,
                starts_at, ends_at, night, status, reason, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private DutyRows() {}

    static @Nullable Object[] columns(Duty duty) {
        StaffCategory category = duty.category();
        return new @Nullable Object[] {
            Ids.bytes(duty.id()),
            Ids.bytes(duty.association()),
            Ids.bytes(duty.planId()),
            Ids.bytes(duty.institutionId()),
            Ids.bytesOrNull(duty.memberId()),
            duty.date(),
            duty.shift(),
            category == null ? null : category.code(),
            duty.specialty(),
            Timestamp.from(duty.startsAt()),
            Timestamp.from(duty.endsAt()),
            duty.night(),
            duty.status().code(),
            duty.reason(),
            duty.version()
        };
    }

    static Duty duty(ResultSet row, int number) throws SQLException {
        String category = row.getString("category");
        return new Duty(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("plan_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Ids.uuidOrNull(row.getBytes("member_id")),
                row.getObject("work_date", LocalDate.class),
                row.getString("shift"),
                category == null ? null : StaffCategory.ofCode(category),
                row.getString("specialty"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("night"),
                DutyStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getLong("version"));
    }
}
