package org.yilianti.rotation.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.databind.ObjectMapper;

/** Proposals of other terms; whoever reads them has found the agreement within their sight before. */
@Repository
public class Amendments {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TermsRows rows;

    Amendments(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new TermsRows(json);
    }

    /** All of an agreement, oldest first. */
    public List<Amendment> of(PracticeAgreement agreement) {
        return jdbc.sql("select * from practice_agreement_amendment where agreement_id = :agreement order by id")
                .param("agreement", Ids.bytes(agreement.id()))
                .query(this::amendment)
                .list();
    }

    Optional<Amendment> find(PracticeAgreement agreement, UUID id) {
        return of(agreement).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Refuses (409) a second one while another is open. */
    void insert(Amendment one) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                Ids.bytes(one.id()),
                Ids.bytes(one.association()),
                Ids.bytes(one.agreementId()),
                one.version(),
                one.base(),
                one.effectiveFrom(),
                one.reason(),
                one.state().code(),
                Ids.bytes(one.proposedFor()),
                one.proposedBy(),
                Timestamp.from(one.proposedAt()),
                Ids.bytes(one.agreementId())));
        values.addAll(rows.values(one.terms()));
        try {
            batches.update("""
                    insert into practice_agreement_amendment (id, association_id, agreement_id, version, base_number, effective_from, reason,
                        state, proposed_for, proposed_by, proposed_at, open_agreement, %s)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
                    """.formatted(TermsRows.COLUMNS, TermsRows.PLACES), values.toArray());
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict("amendment.another-open");
        }
    }

    /** Of two who decide at once, the second is refused (409). */
    void settle(Amendment one) {
        AmendmentDecision decision = java.util.Objects.requireNonNull(one.decision());
        int changed = batches.update(
                """
                update practice_agreement_amendment set version = ?, state = ?, decided_by = ?, decided_at = ?, decision_note = ?,
                    open_agreement = null where id = ? and version = ?
                """,
                one.version(),
                one.state().code(),
                decision.by(),
                Timestamp.from(decision.at()),
                decision.note(),
                Ids.bytes(one.id()),
                one.version() - 1);
        if (changed == 0) {
            throw Refusal.conflict("amendment.decided-meanwhile");
        }
    }

    private Amendment amendment(ResultSet row, int number) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new Amendment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("agreement_id")),
                row.getLong("version"),
                row.getInt("base_number"),
                row.getObject("effective_from", LocalDate.class),
                rows.terms(row),
                row.getString("reason"),
                AmendmentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Ids.uuid(row.getBytes("proposed_for")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                decidedBy == null
                        ? null
                        : new AmendmentDecision(
                                decidedBy, row.getTimestamp("decided_at").toInstant(), row.getString("decision_note")));
    }
}
