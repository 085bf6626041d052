package org.yilianti.rotation.limit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.roster.LimitException;
import org.yilianti.rotation.roster.LimitExceptions;
import org.yilianti.rotation.roster.LimitValues;
import tools.jackson.databind.ObjectMapper;

/** All exceptions of single people. */
@Repository
public class PersonalLimits implements LimitExceptions {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PersonalLimits(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param on a day on which they hold, or would; null for all */
    public List<PersonalLimit> list(
            Sight sight, @Nullable UUID member, @Nullable LimitState state, @Nullable LocalDate on, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select l.* from personal_limit l where %s and (:member is null or l.member_id = :member)
                            and (:state is null or l.state = :state)
                            and (:on is null or (l.valid_from <= :on and l.valid_to > :on))
                            and (:after is null or l.id > :after)
                        order by l.id limit :limit
                        """.formatted(seen(sight))))
                .param("member", Ids.bytesOrNull(member))
                .param("state", state == null ? null : state.code())
                .param("on", on)
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(this::limit)
                .list();
    }

    public Optional<PersonalLimit> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select l.* from personal_limit l where " + seen(sight) + " and l.id = :id"))
                .param("id", Ids.bytes(id))
                .query(this::limit)
                .optional();
    }

    @Override
    public Map<UUID, List<LimitException>> inForce(UUID association, Collection<UUID> memberIds, DatePeriod days) {
        return standing(association, memberIds, days).stream()
                .filter(one -> one.state() == LimitState.IN_FORCE)
                .collect(Collectors.groupingBy(
                        PersonalLimit::memberId,
                        Collectors.mapping(one -> new LimitException(one.days(), one.values()), Collectors.toList())));
    }

    /** Those requested or in force on any of these days (which must end), by first day. */
    List<PersonalLimit> standing(UUID association, Collection<UUID> memberIds, DatePeriod days) {
        if (memberIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from personal_limit where association_id = :association and member_id in (:members)
                            and state in ('requested', 'in-force') and valid_from < :to and valid_to > :from
                        order by valid_from, id
                        """)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("from", days.from())
                .param("to", Objects.requireNonNull(days.to()))
                .query(this::limit)
                .list();
    }

    void insert(PersonalLimit made) {
        jdbc.sql("""
                        insert into personal_limit (id, association_id, version, member_id, home_institution_id, valid_from, valid_to,
                            limit_values, reason, state, requested_by, requested_at, second_person)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(made.id()),
                        Ids.bytes(made.association()),
                        made.version(),
                        Ids.bytes(made.memberId()),
                        Ids.bytes(made.homeInstitutionId()),
                        made.days().from(),
                        Objects.requireNonNull(made.days().to()),
                        json.writeValueAsString(made.values()),
                        made.reason(),
                        made.state().code(),
                        made.requestedBy(),
                        Timestamp.from(made.requestedAt()),
                        made.secondPerson())
                .update();
    }

    /** Keeps a step; false when somebody else took one meanwhile. */
    boolean update(PersonalLimit changed, Instant at) {
        return jdbc.sql("""
                        update personal_limit set version = :version, state = :state, valid_to = :to, decided_by = :by,
                            decided_at = :at, decision_reason = :reason where id = :id and version = :version - 1
                        """)
                        .param("version", changed.version())
                        .param("state", changed.state().code())
                        .param("to", Objects.requireNonNull(changed.days().to()))
                        .param("by", changed.decidedBy())
                        .param("at", Timestamp.from(at))
                        .param("reason", changed.decisionReason())
                        .param("id", Ids.bytes(changed.id()))
                        .update()
                == 1;
    }

    private static String seen(Sight sight) {
        return sight.sql("l.association_id", "l.member_id", "l.home_institution_id");
    }

    private PersonalLimit limit(ResultSet row, int number) throws SQLException {
        return new PersonalLimit(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("home_institution_id")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                json.readValue(row.getString("limit_values"), LimitValues.class),
                row.getString("reason"),
                LimitState.ofCode(row.getString("state")),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getBoolean("second_person"),
                row.getString("decided_by"),
                row.getString("decision_reason"));
    }
}
