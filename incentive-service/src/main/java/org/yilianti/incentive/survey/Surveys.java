package org.yilianti.incentive.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Surveys, and what was answered. */
@Component
public class Surveys {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final QuestionSets sets;

    Surveys(JdbcClient jdbc, JdbcTemplate batches, QuestionSets sets) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sets = sets;
    }

    /** Tokens that were handed out, and those that were used. */
    public record Response(long tokens, long answered) {}

    /** The survey with those of its subjects that are in scope; refuses (404) when none is. */
    public Survey get(UUID association, UUID id, InstitutionScope scope) {
        return find(association, id, scope, "");
    }

    /** As {@link #get}, and it stays open until the end of the transaction; many may do so at once. */
    Survey hold(UUID association, UUID id, InstitutionScope scope) {
        return find(association, id, scope, " lock in share mode");
    }

    private Survey find(UUID association, UUID id, InstitutionScope scope, String lock) {
        List<Survey.Subject> subjects = subjects(id, scope);
        return jdbc.sql("select question_set_id, open from survey where association_id = ? and id = ?" + lock)
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> new Survey(
                        id,
                        association,
                        sets.get(association, Ids.uuid(row.getBytes("question_set_id"))),
                        row.getBoolean("open"),
                        subjects))
                .optional()
                .filter(one -> !one.subjects().isEmpty())
                .orElseThrow(() -> Refusal.notFound("survey.not-found", id));
    }

    private List<Survey.Subject> subjects(UUID id, InstitutionScope scope) {
        return jdbc.sql("select subject, institution_code from survey_subject where survey_id = :id and "
                        + scope.sql("institution_code") + " order by subject")
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Survey.Subject(row.getString("subject"), row.getString("institution_code")))
                .list();
    }

    /** How many tokens about a subject were handed out, and how many people answered. */
    public Response response(UUID id, String subject) {
        return jdbc.sql("select count(*) as tokens, coalesce(sum(used), 0) as answered from survey_token"
                        + " where survey_id = ? and subject = ?")
                .params(Ids.bytes(id), subject)
                .query((row, number) -> new Response(row.getLong("tokens"), row.getLong("answered")))
                .single();
    }

    /** How many paper questionnaires about a subject were counted. */
    public long papers(UUID id, String subject) {
        return jdbc.sql("select count(*) from survey_paper where survey_id = ? and subject = ?")
                .params(Ids.bytes(id), subject)
                .query(Long.class)
                .single();
    }

    /** Counts a paper questionnaire; false if its number was counted before. */
    boolean count(Survey survey, String number, String subject) {
        return jdbc.sql(
                                "insert ignore into survey_paper (survey_id, number, association_id, subject) values (?, ?, ?, ?)")
                        .params(Ids.bytes(survey.id()), number, Ids.bytes(survey.association()), subject)
                        .update()
                > 0;
    }

    void insert(UUID association, UUID id, UUID questionSet, Map<String, String> subjects) {
        jdbc.sql("insert into survey (id, association_id, question_set_id, open) values (?, ?, ?, true)")
                .params(Ids.bytes(id), Ids.bytes(association), Ids.bytes(questionSet))
                .update();
        batches.batchUpdate(
                "insert into survey_subject (survey_id, subject, association_id, institution_code) values (?, ?, ?, ?)",
                subjects.entrySet().stream()
                        .map(one -> new Object[] {Ids.bytes(id), one.getKey(), Ids.bytes(association), one.getValue()})
                        .toList());
    }

    /** Whether there is such a survey, which is open or closed now. */
    boolean open(UUID id, boolean open) {
        return jdbc.sql("update survey set open = ? where id = ?")
                        .params(open, Ids.bytes(id))
                        .update()
                > 0;
    }

    /** What each respondent answered about a subject. */
    List<Map<String, Integer>> answers(UUID id, String subject) {
        Map<UUID, Map<String, Integer>> byRespondent = new LinkedHashMap<>();
        jdbc.sql("select id, question, value from survey_answer where survey_id = ? and subject = ? order by id")
                .params(Ids.bytes(id), subject)
                .query(row -> {
                    byRespondent
                            .computeIfAbsent(Ids.uuid(row.getBytes("id")), respondent -> new LinkedHashMap<>())
                            .put(row.getString("question"), row.getInt("value"));
                });
        return List.copyOf(byRespondent.values());
    }

    /** Keeps an answer under an id that tells nothing. */
    void insert(UUID association, UUID id, String subject, Map<String, Integer> answers) {
        byte[] random = Ids.bytes(UUID.randomUUID());
        batches.batchUpdate(
                "insert into survey_answer (id, question, association_id, survey_id, subject, value) values (?, ?, ?, ?, ?, ?)",
                answers.entrySet().stream()
                        .map(one -> new Object[] {
                            random, one.getKey(), Ids.bytes(association), Ids.bytes(id), subject, one.getValue()
                        })
                        .toList());
    }
}
