package org.yilianti.rotation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The periodic assessments known here. */
@Repository
public class Assessments {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Assessments(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What is known of these members; one without any assessment has no entry. */
    public Map<UUID, AssessmentRecord> byMember(UUID association, Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from directory_assessment where association_id = :association and member_id in (:ids)")
                .param("association", Ids.bytes(association))
                .param("ids", memberIds.stream().map(Ids::bytes).toList())
                .query(Assessments::assessment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Assessment::memberId,
                        Collectors.collectingAndThen(Collectors.toList(), AssessmentRecord::new)));
    }

    void upsert(List<Assessment> assessments) {
        batches.batchUpdate("""
                insert into directory_assessment (id, association_id, member_id, held_on, result, annulled, suspended_from)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update member_id = values(member_id), held_on = values(held_on), result = values(result),
                    annulled = values(annulled), suspended_from = values(suspended_from)
                """, assessments.stream().map(Assessments::columns).toList());
    }

    private static @Nullable Object[] columns(Assessment one) {
        return new @Nullable Object[] {
            Ids.bytes(one.id()),
            Ids.bytes(one.association()),
            Ids.bytes(one.memberId()),
            one.heldOn(),
            one.passed() ? "passed" : "failed",
            one.annulled(),
            one.suspendedFrom()
        };
    }

    private static Assessment assessment(ResultSet row, int number) throws SQLException {
        return new Assessment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("member_id")),
                row.getObject("held_on", LocalDate.class),
                row.getString("result").equals("passed"),
                row.getBoolean("annulled"),
                row.getObject("suspended_from", LocalDate.class));
    }
}
