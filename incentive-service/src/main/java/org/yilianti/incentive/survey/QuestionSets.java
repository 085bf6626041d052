package org.yilianti.incentive.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The question sets of an association. */
@Component
public class QuestionSets {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    QuestionSets(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The set; refuses (404) when the association has none of this id. */
    public QuestionSet get(UUID association, UUID id) {
        return jdbc.sql("select * from question_set where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::set)
                .optional()
                .orElseThrow(() -> Refusal.notFound("survey.set-not-found", id));
    }

    /** A page of sets, oldest first. */
    public List<QuestionSet> list(UUID association, PageRequest page) {
        return jdbc.sql("select * from question_set where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(this::set)
                .list();
    }

    /** The number of the next edition of a name. */
    int nextEdition(UUID association, String name) {
        return jdbc.sql("select coalesce(max(edition), 0) + 1 from question_set where association_id = ? and name = ?")
                .params(Ids.bytes(association), name)
                .query(Integer.class)
                .single();
    }

    void insert(QuestionSet set) {
        jdbc.sql("""
                        insert into question_set (id, association_id, name, edition, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(set.id()))
                .param(Ids.bytes(set.association()))
                .param(set.name())
                .param(set.edition())
                .param(set.createdBy())
                .param(Timestamp.from(set.createdAt()))
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Question one : set.questions()) {
            rows.add(new Object[] {
                Ids.bytes(set.id()),
                one.code(),
                Ids.bytes(set.association()),
                rows.size(),
                one.topic().code(),
                one.steps(),
                one.scale(),
                one.text(),
                one.textEn()
            });
        }
        batches.batchUpdate("""
                insert into question (question_set_id, code, association_id, position, topic, steps, scale, text, text_en)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private QuestionSet set(ResultSet row, int number) throws SQLException {
        byte[] id = row.getBytes("id");
        return new QuestionSet(
                Ids.uuid(id),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("name"),
                row.getInt("edition"),
                questions(id),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }

    private List<Question> questions(byte[] set) {
        return jdbc.sql("select * from question where question_set_id = ? order by position")
                .param(set)
                .query((row, number) -> new Question(
                        row.getString("code"),
                        Topic.of(row.getString("topic")),
                        row.getBoolean("scale"),
                        row.getInt("steps"),
                        row.getString("text"),
                        row.getString("text_en")))
                .list();
    }
}
