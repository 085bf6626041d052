package org.yilianti.staff.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.database.RowLocks;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.membership.Belonging;
import org.yilianti.staff.team.EmergencyTeam.Dissolution;
import org.yilianti.staff.team.EmergencyTeam.Renewal;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;
import tools.jackson.databind.ObjectMapper;

/** The table of teams. */
@Repository
public class TeamRepository {

    private static final String SELECT = """
            select t.*, i.code as institution_code from emergency_team t join institution i on i.id = t.institution_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;
    private final ObjectMapper json;

    TeamRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "emergency_team",
                "id, association_id, version, institution_id, name, purpose, needs, term_from, term_to, recorded_at, recorded_by");
        this.json = json;
    }

    /** Which teams a list shows; null does not filter; dissolved ones only when asked for. */
    public record Filter(
            @Nullable String institution, @Nullable String purpose, boolean dissolved) {}

    /** The team, if within scope. */
    public Optional<EmergencyTeam> find(UUID association, InstitutionScope scope, UUID id) {
        return jdbc.sql(SELECT + "where t.association_id = :association and t.id = :id and " + scope.sql("i.code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(this::team)
                .optional();
    }

    /** The teams with these ids, dissolved or not. */
    public List<EmergencyTeam> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where t.id in (:ids)")
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(this::team)
                        .list();
    }

    /** Locks the team until the transaction ends: who changes it or who serves in it stands in line. */
    Optional<EmergencyTeam> lock(UUID association, UUID id) {
        return jdbc.sql("select id from emergency_team where association_id = ? and id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> id)
                .optional()
                .flatMap(locked -> find(association, InstitutionScope.ALL, locked));
    }

    /** Rows of one page, one more than it holds. */
    public List<EmergencyTeam> list(
            UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + """
                        where t.association_id = :association and (:institution is null or i.code = :institution)
                            and (:purpose is null or t.purpose = :purpose) and (:dissolved or t.dissolved_on is null)
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql()
                        + " limit :size")
                .param("association", Ids.bytes(association))
                .param("institution", filter.institution())
                .param("purpose", filter.purpose())
                .param("dissolved", filter.dissolved())
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(this::team)
                .list();
    }

    /** Those of these teams whose institution belongs to the association on a day. */
    List<EmergencyTeam> belonging(List<EmergencyTeam> teams, LocalDate asOf) {
        if (teams.isEmpty()) {
            return List.of();
        }
        List<UUID> belonging = jdbc.sql("select t.id from emergency_team t where t.id in (:teams) and "
                        + Belonging.sql("t.institution_id"))
                .param("teams", teams.stream().map(team -> Ids.bytes(team.id())).toList())
                .param("asOf", asOf)
                .query((row, number) -> Ids.uuid(row.getBytes("id")))
                .list();
        return teams.stream().filter(team -> belonging.contains(team.id())).toList();
    }

    /** The teams with these names that an office keeps and that are not dissolved, locked until the transaction ends. */
    List<EmergencyTeam> lockNamed(UUID association, InstitutionScope scope, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = jdbc.sql("""
                        select t.id from emergency_team t join institution i on i.id = t.institution_id
                        where t.association_id = :association and t.name in (:names) and t.dissolved_on is null and\s""" + scope.sql("i.code"))
                .param("association", Ids.bytes(association))
                .param("names", names)
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> Ids.uuid(row.getBytes("id")))
                .list();
        RowLocks.hold(jdbc, "emergency_team", ids.stream().map(Ids::bytes).toList());
        return of(ids).stream().filter(team -> team.dissolution() == null).toList();
    }

    void insert(Collection<EmergencyTeam> founded) {
        insertion.insert(founded.stream()
                .map(team -> new @Nullable Object[] {
                    Ids.bytes(team.id()),
                    Ids.bytes(team.association()),
                    team.version(),
                    team.institution().id().bytes(),
                    team.details().name(),
                    team.details().purpose(),
                    json.writeValueAsString(team.details().needs()),
                    team.term().from(),
                    team.term().to(),
                    Timestamp.from(team.recordedAt()),
                    team.recordedBy()
                })
                .toList());
    }

    void update(EmergencyTeam team) {
        update(List.of(team));
    }

    /** Writes the present version of each. */
    void update(Collection<EmergencyTeam> changed) {
        batches.batchUpdate("""
                update emergency_team set version = ?, name = ?, purpose = ?, needs = ?, term_from = ?, term_to = ?, renewed_at = ?,
                    renewed_by = ?, dissolved_on = ?, dissolution_reason = ?
                where association_id = ? and id = ?
                """, changed.stream().map(this::values).toList());
    }

    private @Nullable Object[] values(EmergencyTeam team) {
        Optional<Renewal> renewal = Optional.ofNullable(team.renewal());
        Optional<Dissolution> dissolution = Optional.ofNullable(team.dissolution());
        return new @Nullable Object[] {
            team.version(),
            team.details().name(),
            team.details().purpose(),
            json.writeValueAsString(team.details().needs()),
            team.term().from(),
            team.term().to(),
            renewal.map(by -> Timestamp.from(by.at())).orElse(null),
            renewal.map(Renewal::by).orElse(null),
            dissolution.map(Dissolution::on).orElse(null),
            dissolution.map(Dissolution::reason).orElse(null),
            Ids.bytes(team.association()),
            Ids.bytes(team.id())
        };
    }

    /** Lets everybody go who serves in a team. */
    void release(UUID team, Dissolution dissolution) {
        jdbc.sql("""
                        update emergency_service set version = version + 1, left_on = greatest(?, since), leaving_reason = ?
                        where team_id = ? and serving = 1
                        """)
                .params(dissolution.on(), dissolution.reason(), Ids.bytes(team))
                .update();
    }

    private EmergencyTeam team(ResultSet row, int number) throws SQLException {
        Timestamp renewed = row.getTimestamp("renewed_at");
        LocalDate dissolved = row.getObject("dissolved_on", LocalDate.class);
        return new EmergencyTeam(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new EmergencyTeam.Details(
                        row.getString("name"),
                        row.getString("purpose"),
                        List.of(json.readValue(row.getString("needs"), SkillNeed[].class))),
                new DatePeriod(row.getObject("term_from", LocalDate.class), row.getObject("term_to", LocalDate.class)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                renewed == null ? null : new Renewal(renewed.toInstant(), row.getString("renewed_by")),
                dissolved == null ? null : new Dissolution(dissolved, row.getString("dissolution_reason")));
    }
}
