package org.yilianti.rotation.incident;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** The incidents and their lives. */
@Repository
public class Incidents {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Incidents(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those the caller may see, oldest report first. */
    public List<Incident> list(Sight sight, IncidentFilter filter, PageRequest page) {
        var after = page.after();
        return withSteps(sight.bind(jdbc.sql("""
                        select i.* from incident i
                        where %s and (:member is null or i.member_id = :member)
                            and (:institution is null or :institution in (i.home_institution_id, i.host_institution_id))
                            and (:agreement is null or i.agreement_id = :agreement)
                            and (:session is null or i.shared_session_id = :session)
                            and (:status is null or i.status = :status) and (:severity is null or i.severity = :severity)
                            and (:after is null or i.id > :after)
                        order by i.id limit :limit
                        """.formatted(sql(sight))))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("agreement", Ids.bytesOrNull(filter.agreementId()))
                .param("session", Ids.bytesOrNull(filter.sharedSessionId()))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().code())
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(IncidentRows::incident)
                .list());
    }

    /** The incident, when the caller may see it. */
    public Optional<Incident> find(Sight sight, UUID id) {
        return withSteps(sight.bind(jdbc.sql("select i.* from incident i where i.id = :id and " + sql(sight)))
                        .param("id", Ids.bytes(id))
                        .query(IncidentRows::incident)
                        .list())
                .stream()
                .findFirst();
    }

    static String sql(Sight sight) {
        return sight.sql("i.association_id", "i.member_id", "i.home_institution_id", "i.host_institution_id");
    }

    void insert(Incident one) {
        batches.update(
                """
                insert into incident (id, association_id, version, agreement_id, agreement_version, member_id, home_institution_id,
                    host_institution_id, service_record_id, shared_session_id, occurred_at, severity, description, home_percent, host_percent,
                    member_percent, status, reported_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(one.id()),
                Ids.bytes(one.association()),
                one.version(),
                Ids.bytes(one.agreementId()),
                one.agreementVersion(),
                Ids.bytes(one.parties().memberId()),
                Ids.bytes(one.parties().homeId()),
                Ids.bytes(one.parties().hostId()),
                Ids.bytesOrNull(one.serviceRecordId()),
                Ids.bytesOrNull(one.sharedSessionId()),
                Timestamp.from(one.occurredAt()),
                one.severity().code(),
                one.description(),
                one.shares().homePercent(),
                one.shares().hostPercent(),
                one.shares().memberPercent(),
                one.status().code(),
                one.actorOf(Incident.REPORTED));
        insertSteps(one, 0);
    }

    /** Keeps the step just taken; of two people who decide at once, the second is refused (409). */
    void update(Incident one) {
        Apportionment parts = one.apportionment();
        int changed = batches.update(
                """
                update incident set version = ?, status = ?, damage_fen = ?, home_fen = ?, host_fen = ?, member_fen = ?,
                    override_id = ?, settled_by = ?, closed_by = ? where id = ? and version = ?
                """,
                one.version(),
                one.status().code(),
                parts == null ? null : parts.damage().fen(),
                parts == null ? null : parts.home().fen(),
                parts == null ? null : parts.host().fen(),
                parts == null ? null : parts.member().fen(),
                parts == null ? null : Ids.bytesOrNull(parts.overrideId()),
                one.actorOf(Incident.SETTLED),
                one.actorOf(Incident.CLOSED),
                Ids.bytes(one.id()),
                one.version() - 1);
        if (changed == 0) {
            throw Refusal.conflict("incident.decided-meanwhile");
        }
        insertSteps(one, one.steps().size() - 1);
    }

    private void insertSteps(Incident one, int first) {
        batches.batchUpdate(
                "insert into incident_step (incident_id, position, action, actor, taken_at, note) values (?, ?, ?, ?, ?, ?)",
                IntStream.range(first, one.steps().size())
                        .mapToObj(position -> new @Nullable Object[] {
                            Ids.bytes(one.id()),
                            position,
                            one.steps().get(position).action(),
                            one.steps().get(position).actor(),
                            Timestamp.from(one.steps().get(position).at()),
                            one.steps().get(position).note()
                        })
                        .toList());
    }

    private List<Incident> withSteps(List<Incident> incidents) {
        Map<UUID, List<IncidentStep>> steps =
                steps(incidents.stream().map(Incident::id).toList());
        return incidents.stream()
                .map(one -> new Incident(
                        one.id(),
                        one.association(),
                        one.version(),
                        one.agreementId(),
                        one.agreementVersion(),
                        one.shares(),
                        one.parties(),
                        one.serviceRecordId(),
                        one.sharedSessionId(),
                        one.occurredAt(),
                        one.severity(),
                        one.description(),
                        one.status(),
                        one.apportionment(),
                        steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<IncidentStep>> steps(Collection<UUID> ids) {
        record Row(UUID incident, IncidentStep step) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from incident_step where incident_id in (:ids) order by incident_id, position")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Row(
                        Ids.uuid(row.getBytes("incident_id")),
                        new IncidentStep(
                                row.getString("action"),
                                row.getString("actor"),
                                row.getTimestamp("taken_at").toInstant(),
                                row.getString("note"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::incident, Collectors.mapping(Row::step, Collectors.toList())));
    }
}
