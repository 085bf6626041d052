package org.yilianti.staff.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.team.Drill.Arrival;

/** The tables of drills and of who came. */
@Repository
public class DrillRepository {

    private static final String SELECT = """
            select d.*, t.institution_id, i.code as institution_code
            from emergency_drill d join emergency_team t on t.id = d.team_id join institution i on i.id = t.institution_id
            """;

    private final JdbcClient jdbc;
    private final RowInsertion drills;
    private final RowInsertion called;

    DrillRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.drills = new RowInsertion(
                batches,
                "emergency_drill",
                "id, association_id, team_id, held_on, subject, called, came, in_time, assembled_minutes, limit_minutes, recorded_at,"
                        + " recorded_by");
        this.called =
                new RowInsertion(batches, "emergency_drill_arrival", "drill_id, service_id, association_id, minutes");
    }

    /** The drill, if within scope. */
    public Optional<Drill> find(UUID association, InstitutionScope scope, UUID id) {
        return jdbc.sql(SELECT + "where d.association_id = :association and d.id = :id and " + scope.sql("i.code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(DrillRepository::drill)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Drill> list(
            UUID association, InstitutionScope scope, @Nullable UUID team, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + "where d.association_id = :association and (:team is null or d.team_id = :team) and "
                        + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("team", Ids.bytesOrNull(team))
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(DrillRepository::drill)
                .list();
    }

    public List<Arrival> arrivals(UUID drill) {
        return jdbc.sql(
                        "select * from emergency_drill_arrival where drill_id = ? order by minutes is null, minutes, service_id")
                .param(Ids.bytes(drill))
                .query((row, number) ->
                        new Arrival(Ids.uuid(row.getBytes("service_id")), row.getObject("minutes", Integer.class)))
                .list();
    }

    /** Drills of these teams. */
    List<Drill> of(Collection<UUID> teams) {
        return teams.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where d.team_id in (:teams) order by d.held_on, d.id")
                        .param("teams", teams.stream().map(Ids::bytes).toList())
                        .query(DrillRepository::drill)
                        .list();
    }

    /** As {@link #arrivals(UUID)}, of each of these drills. */
    Map<UUID, List<Arrival>> arrivals(Collection<UUID> drills) {
        Map<UUID, List<Arrival>> arrivals = new HashMap<>();
        if (!drills.isEmpty()) {
            jdbc.sql("select * from emergency_drill_arrival where drill_id in (:drills)")
                    .param("drills", drills.stream().map(Ids::bytes).toList())
                    .query(row -> {
                        arrivals.computeIfAbsent(Ids.uuid(row.getBytes("drill_id")), none -> new ArrayList<>())
                                .add(new Arrival(
                                        Ids.uuid(row.getBytes("service_id")), row.getObject("minutes", Integer.class)));
                    });
        }
        return arrivals;
    }

    /** When each of these teams drilled last; without those that never did. */
    Map<UUID, LocalDate> last(Collection<UUID> teams) {
        Map<UUID, LocalDate> last = new HashMap<>();
        if (!teams.isEmpty()) {
            jdbc.sql(
                            "select team_id, max(held_on) as held_on from emergency_drill where team_id in (:teams) group by team_id")
                    .param("teams", teams.stream().map(Ids::bytes).toList())
                    .query(row -> {
                        last.put(Ids.uuid(row.getBytes("team_id")), row.getObject("held_on", LocalDate.class));
                    });
        }
        return last;
    }

    /** Each with who was called. */
    void insert(Map<Drill, List<Arrival>> held) {
        drills.insert(held.keySet().stream()
                .map(drill -> new @Nullable Object[] {
                    Ids.bytes(drill.id()),
                    Ids.bytes(drill.association()),
                    Ids.bytes(drill.team()),
                    drill.heldOn(),
                    drill.subject(),
                    drill.called(),
                    drill.came(),
                    drill.inTime(),
                    drill.assembledMinutes(),
                    drill.limitMinutes(),
                    Timestamp.from(drill.recordedAt()),
                    drill.recordedBy()
                })
                .toList());
        called.insert(held.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(arrival -> new @Nullable Object[] {
                    Ids.bytes(one.getKey().id()),
                    Ids.bytes(arrival.service()),
                    Ids.bytes(one.getKey().association()),
                    arrival.minutes()
                }))
                .toList());
    }

    private static Drill drill(ResultSet row, int number) throws SQLException {
        return new Drill(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("team_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getObject("held_on", LocalDate.class),
                row.getString("subject"),
                row.getInt("called"),
                row.getInt("came"),
                row.getInt("in_time"),
                row.getObject("assembled_minutes", Integer.class),
                row.getInt("limit_minutes"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
