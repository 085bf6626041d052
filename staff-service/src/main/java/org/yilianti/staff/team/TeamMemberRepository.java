package org.yilianti.staff.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.membership.Belonging;
import org.yilianti.staff.team.TeamMember.Departure;
import org.yilianti.staff.team.TeamMember.Readiness;
import tools.jackson.databind.ObjectMapper;

/** The table of who serves in teams. */
@Repository
public class TeamMemberRepository {

    private static final String SELECT = """
            select s.*, t.institution_id, (select code from institution i where i.id = t.institution_id) as institution_code
            from emergency_service s join emergency_team t on t.id = s.team_id
            """;

    private static final String VISIBLE = Sight.sqlOf("s.member_id", "t.institution_id");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;
    private final ObjectMapper json;

    TeamMemberRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches, "emergency_service", "id, association_id, version, team_id, member_id, duty, skills, since");
        this.json = json;
    }

    /** Whom a list shows; null does not filter; those who left only when asked for. */
    public record Filter(
            @Nullable UUID team,
            @Nullable UUID member,
            @Nullable String duty,
            boolean departed) {}

    /** The service, if within sight. */
    public Optional<TeamMember> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(SELECT + "where s.association_id = :association and s.id = :id and " + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(this::service)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<TeamMember> list(UUID association, Sight sight, Filter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(
                        SELECT + """
                        where s.association_id = :association and (:team is null or s.team_id = :team)
                            and (:member is null or s.member_id = :member) and (:duty is null or s.duty = :duty)
                            and (:departed or s.left_on is null)
                            and\s""" + VISIBLE + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("team", Ids.bytesOrNull(filter.team()))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("duty", filter.duty())
                .param("departed", filter.departed())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(this::service)
                .list();
    }

    /** Everybody who serves in a team, the leader first. */
    public List<TeamMember> serving(UUID team) {
        return serving(List.of(team));
    }

    /** Who serves, or served, in each of these services. */
    Map<UUID, MemberId> members(Collection<UUID> services) {
        Map<UUID, MemberId> members = new HashMap<>();
        if (!services.isEmpty()) {
            jdbc.sql("select id, member_id from emergency_service where id in (:services)")
                    .param("services", services.stream().map(Ids::bytes).toList())
                    .query(row -> {
                        members.put(Ids.uuid(row.getBytes("id")), MemberId.of(row.getBytes("member_id")));
                    });
        }
        return members;
    }

    /** Everybody who serves in these teams, of each team the leader first. */
    List<TeamMember> serving(Collection<UUID> teams) {
        return teams.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                where s.team_id in (:teams) and s.serving = 1
                                order by case s.duty when 'leader' then 1 when 'deputy' then 2 when 'member' then 3 else 4 end, s.id
                                """)
                        .param("teams", teams.stream().map(Ids::bytes).toList())
                        .query(this::service)
                        .list();
    }

    /** The services in these teams of people who have an appointment, now or to come, at an institution that belongs to the association. */
    Set<UUID> employed(Collection<UUID> teams, LocalDate asOf) {
        return teams.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                                select s.id from emergency_service s where s.team_id in (:teams) and s.serving = 1
                                    and exists (select 1 from appointment a where a.member_id = s.member_id and a.believed = 1
                                        and (a.valid_to is null or a.valid_to > :asOf) and\s""" + Belonging.sql("a.institution_id") + ")")
                        .param("teams", teams.stream().map(Ids::bytes).toList())
                        .param("asOf", asOf)
                        .query((row, number) -> Ids.uuid(row.getBytes("id")))
                        .list());
    }

    /** Whether somebody counts in a team other than this one. */
    boolean countsElsewhere(MemberId member, UUID team) {
        return jdbc.sql("select count(*) from emergency_service where member_id = ? and counted = 1 and team_id <> ?")
                        .params(member.bytes(), Ids.bytes(team))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The team in which each of these people counts; without those who count in none. */
    Map<MemberId, UUID> counting(Collection<MemberId> people) {
        Map<MemberId, UUID> counting = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("select member_id, team_id from emergency_service where member_id in (:people) and counted = 1")
                    .param("people", people.stream().map(MemberId::bytes).toList())
                    .query(row -> {
                        counting.put(MemberId.of(row.getBytes("member_id")), Ids.uuid(row.getBytes("team_id")));
                    });
        }
        return counting;
    }

    /** Teams in which both serve, or each counts in one. */
    long together(MemberId one, MemberId other) {
        return jdbc.sql("""
                        select count(*) from emergency_service a join emergency_service b
                            on b.team_id = a.team_id and b.serving = 1 or b.counted = 1 and a.counted = 1
                        where a.member_id = ? and b.member_id = ? and a.serving = 1
                        """)
                .params(one.bytes(), other.bytes())
                .query(Long.class)
                .single();
    }

    /** The teams in which somebody serves. */
    List<UUID> teamsOf(MemberId member) {
        return jdbc.sql("select team_id from emergency_service where member_id = ? and serving = 1 order by team_id")
                .param(member.bytes())
                .query((row, number) -> Ids.uuid(row.getBytes("team_id")))
                .list();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update emergency_service set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    void insert(TeamMember service) {
        insert(List.of(service));
    }

    void insert(Collection<TeamMember> begun) {
        insertion.insert(begun.stream()
                .map(service -> new @Nullable Object[] {
                    Ids.bytes(service.id()),
                    Ids.bytes(service.association()),
                    service.version(),
                    Ids.bytes(service.team()),
                    service.member().bytes(),
                    service.duty().code(),
                    json.writeValueAsString(service.skills()),
                    service.since()
                })
                .toList());
    }

    void update(TeamMember service) {
        update(List.of(service));
    }

    /** Writes the present version of each. */
    void update(Collection<TeamMember> revised) {
        batches.batchUpdate("""
                update emergency_service set version = ?, duty = ?, skills = ?, left_on = ?, leaving_reason = ?, ready_minutes = ?,
                    declared_at = ?, declared_by = ?, verified_at = ?, verified_by = ?
                where association_id = ? and id = ?
                """, revised.stream().map(this::values).toList());
    }

    private @Nullable Object[] values(TeamMember service) {
        Optional<Readiness> readiness = Optional.ofNullable(service.readiness());
        Optional<Departure> departure = Optional.ofNullable(service.departure());
        return new @Nullable Object[] {
            service.version(),
            service.duty().code(),
            json.writeValueAsString(service.skills()),
            departure.map(Departure::on).orElse(null),
            departure.map(Departure::reason).orElse(null),
            readiness.map(Readiness::minutes).orElse(null),
            readiness.map(known -> Timestamp.from(known.at())).orElse(null),
            readiness.map(Readiness::by).orElse(null),
            readiness.map(Readiness::verifiedAt).map(Timestamp::from).orElse(null),
            readiness.map(Readiness::verifiedBy).orElse(null),
            Ids.bytes(service.association()),
            Ids.bytes(service.id())
        };
    }

    private TeamMember service(ResultSet row, int number) throws SQLException {
        LocalDate left = row.getObject("left_on", LocalDate.class);
        return new TeamMember(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("team_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                MemberId.of(row.getBytes("member_id")),
                Coded.of(TeamDuty.class, row.getString("duty")),
                List.of(json.readValue(row.getString("skills"), String[].class)),
                row.getObject("since", LocalDate.class),
                readiness(row),
                left == null ? null : new Departure(left, row.getString("leaving_reason")));
    }

    private static @Nullable Readiness readiness(ResultSet row) throws SQLException {
        Timestamp declared = row.getTimestamp("declared_at");
        Timestamp verified = row.getTimestamp("verified_at");
        return declared == null
                ? null
                : new Readiness(
                        row.getObject("ready_minutes", Integer.class),
                        declared.toInstant(),
                        row.getString("declared_by"),
                        verified == null ? null : verified.toInstant(),
                        row.getString("verified_by"));
    }
}
