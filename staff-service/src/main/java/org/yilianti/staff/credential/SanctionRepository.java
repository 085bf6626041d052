package org.yilianti.staff.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.credential.Sanction.End;
import org.yilianti.staff.entry.Coded;

/** The table of sanctions; who reads them to change them holds the lock on their licence. */
@Repository
class SanctionRepository {

    /** The work that ends suspensions by themselves. */
    static final String LIFT = "licence-lift";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Agenda agenda;

    SanctionRepository(JdbcClient jdbc, JdbcTemplate batches, Agenda agenda) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.agenda = agenda;
    }

    /** What was ever decided on a licence. */
    Sanctions of(LicenceId licence) {
        return of(List.of(licence)).getOrDefault(licence, Sanctions.NONE);
    }

    Map<LicenceId, Sanctions> of(Collection<LicenceId> licences) {
        Map<LicenceId, Sanctions> found = new HashMap<>();
        if (!licences.isEmpty()) {
            jdbc.sql("select * from licence_sanction where licence_id in (:licences) order by licence_id, from_day, id")
                    .param("licences", licences.stream().map(LicenceId::bytes).toList())
                    .query(row -> {
                        Sanction sanction = sanction(row);
                        found.merge(
                                LicenceId.of(row.getBytes("licence_id")),
                                new Sanctions(List.of(sanction)),
                                (known, more) -> known.with(sanction));
                    });
        }
        return found;
    }

    /** The sanctions of a licence as they were and as they are now. */
    record Change(LicenceId licence, Sanctions before, Sanctions after) {}

    /** Writes what differs, and plans the days on which new suspensions end by themselves. */
    void write(UUID association, Collection<Change> changes) {
        List<@Nullable Object[]> added = new ArrayList<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        List<AgendaItem> ends = new ArrayList<>();
        for (Change change : changes) {
            Set<Sanction> unchanged = new HashSet<>(change.before().all());
            Set<UUID> known = new HashSet<>();
            unchanged.forEach(sanction -> known.add(sanction.id()));
            for (Sanction sanction : change.after().all()) {
                if (!known.contains(sanction.id())) {
                    added.add(columns(association, change.licence(), sanction));
                    end(association, change.licence(), sanction).ifPresent(ends::add);
                } else if (!unchanged.contains(sanction)) {
                    changed.add(ending(sanction));
                }
            }
        }
        batches.batchUpdate("""
                insert into licence_sanction (to_day, ended_at, ended_by, end_reason, id, licence_id, association_id, kind, origin, cause_id,
                    from_day, reason, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, added);
        batches.batchUpdate(
                "update licence_sanction set to_day = ?, ended_at = ?, ended_by = ?, end_reason = ? where id = ?",
                changed);
        agenda.plan(ends);
    }

    private static Optional<AgendaItem> end(UUID association, LicenceId licence, Sanction sanction) {
        LocalDate end = sanction.to();
        return sanction.open() && end != null
                ? Optional.of(new AgendaItem(association, LIFT, licence.value(), end))
                : Optional.empty();
    }

    private static @Nullable Object[] ending(Sanction sanction) {
        Optional<End> end = Optional.ofNullable(sanction.end());
        return new @Nullable Object[] {
            sanction.to(),
            end.map(End::at).map(Timestamp::from).orElse(null),
            end.map(End::by).orElse(null),
            end.map(End::reason).orElse(null),
            Ids.bytes(sanction.id())
        };
    }

    private static @Nullable Object[] columns(UUID association, LicenceId licence, Sanction sanction) {
        @Nullable Object[] ending = ending(sanction);
        return new @Nullable Object[] {
            ending[0],
            ending[1],
            ending[2],
            ending[3],
            ending[4],
            licence.bytes(),
            Ids.bytes(association),
            sanction.kind().code(),
            sanction.origin().code(),
            Ids.bytesOrNull(sanction.cause()),
            sanction.from(),
            sanction.reason(),
            Timestamp.from(sanction.decision().at()),
            sanction.decision().by()
        };
    }

    private static Sanction sanction(ResultSet row) throws SQLException {
        byte[] cause = row.getBytes("cause_id");
        Timestamp ended = row.getTimestamp("ended_at");
        Instant recordedAt = row.getTimestamp("recorded_at").toInstant();
        return new Sanction(
                Ids.uuid(row.getBytes("id")),
                Coded.of(Sanction.Kind.class, row.getString("kind")),
                Coded.of(Sanction.Origin.class, row.getString("origin")),
                cause == null ? null : Ids.uuid(cause),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("reason"),
                new Decision(recordedAt, row.getString("recorded_by")),
                ended == null
                        ? null
                        : new End(ended.toInstant(), row.getString("ended_by"), row.getString("end_reason")));
    }
}
