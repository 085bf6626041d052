package org.yilianti.rotation.incident;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Proposals of other parts; whoever reads them has found the incident within their sight before. */
@Repository
public class ShareOverrides {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ShareOverrides(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All of an incident, oldest first. */
    public List<ShareOverride> of(Incident incident) {
        return jdbc.sql("select * from incident_override where incident_id = :incident order by id")
                .param("incident", Ids.bytes(incident.id()))
                .query(IncidentRows::override)
                .list();
    }

    Optional<ShareOverride> find(Incident incident, UUID id) {
        return of(incident).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Refuses (409) a second one while another is open. */
    void insert(ShareOverride one) {
        try {
            batches.update(
                    """
                    insert into incident_override (id, incident_id, version, home_fen, host_fen, member_fen, reason, state, proposed_for,
                        proposed_by, proposed_at, open_incident) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    Ids.bytes(one.id()),
                    Ids.bytes(one.incidentId()),
                    one.version(),
                    one.parts().home().fen(),
                    one.parts().host().fen(),
                    one.parts().member().fen(),
                    one.reason(),
                    one.state().code(),
                    Ids.bytes(one.proposedFor()),
                    one.proposedBy(),
                    Timestamp.from(one.proposedAt()),
                    Ids.bytes(one.incidentId()));
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict("incident.override-open");
        }
    }

    /** Of two who decide at once, the second is refused (409). */
    void settle(ShareOverride one) {
        int changed = batches.update(
                """
                update incident_override set version = ?, state = ?, decided_by = ?, decided_at = ?, decision_note = ?,
                    open_incident = null where id = ? and version = ?
                """,
                one.version(),
                one.state().code(),
                one.decidedBy(),
                Timestamp.from(Objects.requireNonNull(one.decidedAt())),
                one.decisionNote(),
                Ids.bytes(one.id()),
                one.version() - 1);
        if (changed == 0) {
            throw Refusal.conflict("incident.decided-meanwhile");
        }
    }
}
