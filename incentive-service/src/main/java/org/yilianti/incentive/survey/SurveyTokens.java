package org.yilianti.incentive.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;

/** The right to answer once: 144 random bits, of which the hash is kept. */
@Component
class SurveyTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SurveyTokens(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** New tokens of a batch that was not there before, as they are handed out. */
    List<String> issue(Survey survey, String subject, String batch, int count, String author) {
        jdbc.sql("""
                        insert into survey_batch (survey_id, batch, association_id, subject, tokens, issued_by, issued_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(survey.id()))
                .param(batch)
                .param(Ids.bytes(survey.association()))
                .param(subject)
                .param(count)
                .param(author)
                .param(Timestamp.from(clock.instant()))
                .update();
        List<String> tokens = Stream.generate(SurveyTokens::fresh).limit(count).toList();
        batches.batchUpdate(
                "insert into survey_token (hash, association_id, survey_id, subject, used) values (?, ?, ?, ?, false)",
                tokens.stream()
                        .map(token -> new Object[] {
                            hash(token), Ids.bytes(survey.association()), Ids.bytes(survey.id()), subject
                        })
                        .toList());
        return tokens;
    }

    /** Subject of a survey's token, if that is in scope. */
    Optional<String> subject(UUID survey, String token, InstitutionScope scope) {
        return jdbc.sql("""
                        select t.subject from survey_token t
                        join survey_subject s on s.survey_id = t.survey_id and s.subject = t.subject
                        where t.hash = :hash and t.survey_id = :survey and %s
                        """.formatted(scope.sql("s.institution_code")))
                .param("hash", hash(token))
                .param("survey", Ids.bytes(survey))
                .param("scopeCodes", scope.sqlCodes())
                .query(String.class)
                .optional();
    }

    /** What a token is for, and whether it was used up. */
    record Held(UUID association, UUID survey, String subject, boolean used) {}

    /** The token, whichever survey it is of. */
    Optional<Held> find(String token) {
        return jdbc.sql("select association_id, survey_id, subject, used from survey_token where hash = ?")
                .param(hash(token))
                .query((row, number) -> new Held(
                        Ids.uuid(row.getBytes("association_id")),
                        Ids.uuid(row.getBytes("survey_id")),
                        row.getString("subject"),
                        row.getBoolean("used")))
                .optional();
    }

    /** Uses it up; false when it was used before. */
    boolean use(String token) {
        return jdbc.sql("update survey_token set used = true where hash = ? and used = false")
                        .param(hash(token))
                        .update()
                == 1;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
