package org.yilianti.rotation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;

/** The appointments known here. */
@Repository
public class Appointments {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Appointments(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All appointments of these members, past and future ones included; a member without any has no entry. */
    public Map<UUID, List<Appointment>> byMember(UUID association, Collection<UUID> memberIds) {
        return byMember(association, memberIds, Knowledge.NOW);
    }

    /** The same as known then. */
    public Map<UUID, List<Appointment>> byMember(UUID association, Collection<UUID> memberIds, Knowledge knowledge) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return knowledge
                .about(jdbc, "directory_appointment", "member_id", association, memberIds)
                .query(Appointments::appointment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Appointment::memberId));
    }

    /** The main institution of the member in these days, or any other of theirs; empty for one with no appointment then. */
    public Optional<UUID> home(UUID association, UUID memberId, DatePeriod days) {
        return home(byMember(association, List.of(memberId)).getOrDefault(memberId, List.of()), days);
    }

    /** The same among these appointments of one member. */
    public static Optional<UUID> home(List<Appointment> appointments, DatePeriod days) {
        return appointments.stream()
                .filter(appointment -> appointment.period().overlaps(days))
                .max(Comparator.comparing(Appointment::main).thenComparing(Appointment::ftePercent))
                .map(Appointment::institutionId);
    }

    /** Ids of the members with an appointment at one of the institutions on some day of the period (which must end). */
    public List<UUID> memberIdsAt(UUID association, Collection<UUID> institutionIds, DatePeriod period) {
        return jdbc.sql("""
                        select distinct member_id from directory_appointment
                        where association_id = :association and institution_id in (:institutions)
                            and valid_from < :to and (valid_to is null or valid_to > :from)
                        """)
                .param("association", Ids.bytes(association))
                .param("institutions", institutionIds.stream().map(Ids::bytes).toList())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** Puts these appointments in the place of all that the members had. */
    void replace(Collection<UUID> memberIds, List<Appointment> appointments, Map<UUID, UUID> associations) {
        jdbc.sql("delete from directory_appointment where member_id in (:ids)")
                .param("ids", memberIds.stream().map(Ids::bytes).toList())
                .update();
        batches.batchUpdate(
                """
                insert into directory_appointment (id, association_id, member_id, institution_id, fte_percent, main, valid_from,
                    valid_to) values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                appointments.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytesOrNull(associations.get(one.memberId())),
                            Ids.bytes(one.memberId()),
                            Ids.bytes(one.institutionId()),
                            one.ftePercent(),
                            one.main(),
                            one.period().from(),
                            one.period().to()
                        })
                        .toList());
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                row.getInt("fte_percent"),
                row.getBoolean("main"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)));
    }
}
