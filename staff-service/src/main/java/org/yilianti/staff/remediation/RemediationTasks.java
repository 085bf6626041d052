package org.yilianti.staff.remediation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The courses and exams of cases, with what training knows of their results. */
@Repository
public class RemediationTasks {

    private final JdbcClient jdbc;

    RemediationTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a case, courses before exams. */
    public List<RemediationTask> of(UUID remediation) {
        return jdbc.sql("""
                        select t.programme_id, p.title, t.exam, (select min(s.ends_on) from training_enrolment e
                                join training_session s on s.id = e.session_id
                                where s.programme_id = t.programme_id and e.member_id = c.member_id and e.state = 'passed'
                                    and s.ends_on >= date(c.opened_at) and e.recorded_at >= c.opened_at) as passed_on
                        from remediation_task t join remediation_case c on c.id = t.case_id
                        join training_programme p on p.id = t.programme_id where t.case_id = ? order by t.exam, t.added_at, t.programme_id
                        """)
                .param(Ids.bytes(remediation))
                .query((row, number) -> new RemediationTask(
                        Ids.uuid(row.getBytes("programme_id")),
                        row.getString("title"),
                        row.getBoolean("exam"),
                        row.getObject("passed_on", LocalDate.class)))
                .list();
    }

    void add(RemediationCase remediation, UUID programme, boolean exam, Instant at, String by) {
        jdbc.sql("""
                        insert into remediation_task (case_id, programme_id, association_id, exam, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(remediation.id()))
                .param(Ids.bytes(programme))
                .param(Ids.bytes(remediation.association()))
                .param(exam)
                .param(Timestamp.from(at))
                .param(by)
                .update();
        jdbc.sql("update remediation_case set version = version + 1 where id = ?")
                .param(Ids.bytes(remediation.id()))
                .update();
    }
}
