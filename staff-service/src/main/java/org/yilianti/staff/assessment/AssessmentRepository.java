package org.yilianti.staff.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.assessment.Assessment.Annulment;
import org.yilianti.staff.assessment.Assessment.Failure;
import org.yilianti.staff.assessment.Assessment.Outcome;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/** The table of assessments. */
@Repository
class AssessmentRepository {

    static final String SELECT = """
            select s.*, (select code from institution i where i.id = s.institution_id) as institution_code from assessment s
            """;

    private final JdbcClient jdbc;

    AssessmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Assessment> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where s.association_id = ? and s.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(AssessmentRepository::assessment)
                .optional();
    }

    /** Those of a licence that count, in the order in which they were recorded. */
    List<Assessment> standingOf(UUID association, UUID licence) {
        return jdbc.sql(SELECT + "where s.association_id = ? and s.licence_id = ? and s.standing = 1 order by s.id")
                .params(Ids.bytes(association), Ids.bytes(licence))
                .query(AssessmentRepository::assessment)
                .list();
    }

    /** All of a person, annulled ones too. */
    List<Assessment> ofMember(UUID association, MemberId member) {
        return jdbc.sql(SELECT + "where s.association_id = ? and s.member_id = ? order by s.id")
                .params(Ids.bytes(association), member.bytes())
                .query(AssessmentRepository::assessment)
                .list();
    }

    /** Gives those of both a new version, so that each is told once more with the person who goes on. */
    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql("""
                        update assessment set version = version + 1, member_id = :survivor
                        where association_id = :association and member_id in (:duplicate, :survivor)
                        """)
                .param("association", Ids.bytes(association))
                .param("duplicate", duplicate.bytes())
                .param("survivor", survivor.bytes())
                .update();
    }

    void insert(Assessment assessment) {
        Failure failure = assessment.failure();
        jdbc.sql("""
                        insert into assessment (id, association_id, version, licence_id, member_id, institution_id, cycle_from, cycle_to,
                            repeats_id, held_on, result, decided_for, note, suspended_from, retake_from, retake_by, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(assessment.id()))
                .param(Ids.bytes(assessment.association()))
                .param(assessment.version())
                .param(Ids.bytes(assessment.licence()))
                .param(Ids.bytes(assessment.member()))
                .param(assessment.institution().id().bytes())
                .param(assessment.cycle().from())
                .param(assessment.cycle().to())
                .param(Ids.bytesOrNull(assessment.repeats()))
                .param(assessment.outcome().heldOn())
                .param(assessment.outcome().result().code())
                .param(assessment.outcome().decidedFor())
                .param(assessment.outcome().note())
                .param(failure == null ? null : failure.suspendedFrom())
                .param(failure == null ? null : failure.retakeFrom())
                .param(failure == null ? null : failure.retakeBy())
                .param(Timestamp.from(assessment.recordedAt()))
                .param(assessment.recordedBy())
                .update();
    }

    /** Writes an annulment, the only change that an assessment knows. */
    void update(Assessment assessment) {
        Annulment annulment = assessment.annulled();
        jdbc.sql("""
                        update assessment set version = ?, annulled_at = ?, annulled_by = ?, annulment_reason = ?
                        where association_id = ? and id = ?
                        """)
                .param(assessment.version())
                .param(annulment == null ? null : Timestamp.from(annulment.at()))
                .param(annulment == null ? null : annulment.by())
                .param(annulment == null ? null : annulment.reason())
                .param(Ids.bytes(assessment.association()))
                .param(Ids.bytes(assessment.id()))
                .update();
    }

    static Assessment assessment(ResultSet row, int number) throws SQLException {
        byte[] repeats = row.getBytes("repeats_id");
        Timestamp annulled = row.getTimestamp("annulled_at");
        return new Assessment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("licence_id")),
                Ids.uuid(row.getBytes("member_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new DatePeriod(
                        row.getObject("cycle_from", LocalDate.class), row.getObject("cycle_to", LocalDate.class)),
                repeats == null ? null : Ids.uuid(repeats),
                new Outcome(
                        row.getObject("held_on", LocalDate.class),
                        Coded.of(AssessmentResult.class, row.getString("result")),
                        row.getObject("decided_for", LocalDate.class),
                        row.getString("note")),
                failure(row),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                annulled == null
                        ? null
                        : new Annulment(
                                annulled.toInstant(), row.getString("annulled_by"), row.getString("annulment_reason")));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        LocalDate suspended = row.getObject("suspended_from", LocalDate.class);
        return suspended == null
                ? null
                : new Failure(
                        suspended,
                        row.getObject("retake_from", LocalDate.class),
                        row.getObject("retake_by", LocalDate.class));
    }
}
