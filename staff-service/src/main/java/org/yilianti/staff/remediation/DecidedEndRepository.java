package org.yilianti.staff.remediation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;

/** The table of what decisions ended. */
@Repository
public class DecidedEndRepository {

    private final JdbcClient jdbc;

    DecidedEndRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the decision on a case ended, appointments before contracts. */
    public List<DecidedEnd> of(UUID remediation) {
        return jdbc.sql(
                        "select kind, subject_id, revision from remediation_end where case_id = ? order by kind, subject_id")
                .param(Ids.bytes(remediation))
                .query((row, number) -> new DecidedEnd(
                        Coded.of(DecidedEnd.Kind.class, row.getString("kind")),
                        Ids.uuid(row.getBytes("subject_id")),
                        row.getInt("revision")))
                .list();
    }

    void insert(RemediationCase decided, DecidedEnd end) {
        jdbc.sql(
                        "insert into remediation_end (case_id, kind, subject_id, revision, association_id) values (?, ?, ?, ?, ?)")
                .param(Ids.bytes(decided.id()))
                .param(end.kind().code())
                .param(Ids.bytes(end.subject()))
                .param(end.revision())
                .param(Ids.bytes(decided.association()))
                .update();
    }

    /** They are no longer ended. */
    void delete(UUID remediation) {
        jdbc.sql("delete from remediation_end where case_id = ?")
                .param(Ids.bytes(remediation))
                .update();
    }
}
