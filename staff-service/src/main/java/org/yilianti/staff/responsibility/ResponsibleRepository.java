package org.yilianti.staff.responsibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.MemberId;

/** The table of those who answer for units. */
@Repository
public class ResponsibleRepository {

    private static final String SELECT = "select p.* from responsible_person p ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ResponsibleRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Heads first, then by name of duty and first day. */
    public List<Responsible> on(Collection<UUID> units, LocalDate day) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                        where p.unit_id in (:units) and p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)
                        order by field(p.duty, 'head', 'deputy', 'officer'), p.valid_from, p.id
                        """)
                .param("units", units.stream().map(Ids::bytes).toList())
                .param("day", day)
                .query(ResponsibleRepository::responsible)
                .list();
    }

    Optional<Responsible> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ResponsibleRepository::responsible)
                .optional();
    }

    /** Everybody who is or was named in a unit. */
    List<Responsible> inUnit(UUID unit) {
        return jdbc.sql(SELECT + "where p.unit_id = ? order by p.valid_from, p.id")
                .param(Ids.bytes(unit))
                .query(ResponsibleRepository::responsible)
                .list();
    }

    /** All that a person is or was named for. */
    List<Responsible> ofPerson(MemberId member) {
        return jdbc.sql(SELECT + "where p.member_id = ? order by p.valid_from, p.id")
                .param(member.bytes())
                .query(ResponsibleRepository::responsible)
                .list();
    }

    /** Everybody who is or was named in one of the units, and all that these people are or were named for. */
    public List<Responsible> of(Collection<UUID> units, Collection<MemberId> members) {
        Map<UUID, Responsible> found = new LinkedHashMap<>();
        if (!units.isEmpty()) {
            where("p.unit_id in (:ids)", units.stream().map(Ids::bytes).toList())
                    .forEach(one -> found.put(one.id(), one));
        }
        if (!members.isEmpty()) {
            where("p.member_id in (:ids)", members.stream().map(MemberId::bytes).toList())
                    .forEach(one -> found.put(one.id(), one));
        }
        return List.copyOf(found.values());
    }

    private List<Responsible> where(String condition, List<byte[]> ids) {
        return jdbc.sql(SELECT + "where " + condition + " order by p.valid_from, p.id")
                .param("ids", ids)
                .query(ResponsibleRepository::responsible)
                .list();
    }

    void insert(List<Responsible> named) {
        batches.batchUpdate(
                """
                insert into responsible_person (id, association_id, version, unit_id, member_id, duty, full_time, valid_from,
                    valid_to, recorded_at, recorded_by, ending_reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, named.stream().map(ResponsibleRepository::values).toList());
    }

    private static @Nullable Object[] values(Responsible named) {
        return new @Nullable Object[] {
            Ids.bytes(named.id()),
            Ids.bytes(named.association()),
            named.version(),
            Ids.bytes(named.unit()),
            named.member().bytes(),
            named.duty().code(),
            named.fullTime(),
            named.valid().from(),
            named.valid().to(),
            Timestamp.from(named.recordedAt()),
            named.recordedBy(),
            named.endingReason()
        };
    }

    void update(List<Responsible> released) {
        batches.batchUpdate(
                "update responsible_person set version = ?, valid_to = ?, ending_reason = ? where association_id = ? and id = ?",
                released.stream()
                        .map(one -> new @Nullable Object[] {
                            one.version(),
                            one.valid().to(),
                            one.endingReason(),
                            Ids.bytes(one.association()),
                            Ids.bytes(one.id())
                        })
                        .toList());
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update responsible_person set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    private static Responsible responsible(ResultSet row, int number) throws SQLException {
        return new Responsible(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("unit_id")),
                MemberId.of(row.getBytes("member_id")),
                Coded.of(Duty.class, row.getString("duty")),
                row.getBoolean("full_time"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("ending_reason"));
    }
}
