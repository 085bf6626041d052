package org.yilianti.incentive.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** Hands out tokens and takes answers. */
@Service
public class SurveyManagement {

    private final Surveys surveys;
    private final QuestionSets sets;
    private final SurveyTokens tokens;
    private final AuditTrail audit;

    SurveyManagement(Surveys surveys, QuestionSets sets, SurveyTokens tokens, AuditTrail audit) {
        this.surveys = surveys;
        this.sets = sets;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** What somebody answered: a value by code of the question. */
    public record Reply(String token, Map<String, Integer> answers) {

        public Reply {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * What became of one of many replies.
     *
     * @param row from 1
     * @param violation why it was not taken; null when it was
     */
    public record Taken(int row, @Nullable Violation violation) {}

    /** Begins, or goes on, to ask about subjects, each with the code of its institution. */
    @Transactional
    public void begin(UUID association, UUID id, UUID questionSet, Map<String, String> subjects) {
        if (!surveys.open(id, true)) {
            surveys.insert(association, id, sets.get(association, questionSet).id(), subjects);
        }
    }

    /** Takes no more answers, and says what they come to, by subject. */
    @Transactional
    public Map<String, SurveyResult> end(UUID association, UUID id) {
        surveys.open(id, false);
        Survey survey = surveys.get(association, id, InstitutionScope.ALL);
        Map<String, SurveyResult> results = new LinkedHashMap<>();
        survey.subjects()
                .forEach(one ->
                        results.put(one.code(), SurveyResult.of(survey.questions(), surveys.answers(id, one.code()))));
        return results;
    }

    /** Makes the tokens of a batch, which is done once (409): they are not shown again. */
    @Transactional
    public List<String> issue(Caller caller, UUID id, String batch, String subject, int count) {
        Survey survey = surveys.hold(caller.association(), id, caller.scope(Role.EVALUATOR))
                .requireOpen();
        String code = survey.subject(subject).code();
        if (!batch.matches("[A-Za-z0-9-]{1,50}")) {
            throw Refusal.invalid("survey.batch-invalid", batch);
        }
        try {
            List<String> issued = tokens.issue(survey, code, batch, count, caller.name());
            record(caller, "survey.tokens-issued", survey, Map.of("batch", batch, "subject", code, "tokens", count));
            return issued;
        } catch (DuplicateKeyException before) {
            throw Refusal.conflict("survey.batch-issued", batch);
        }
    }

    /** Takes an answer; refuses (409) a second one with the same token. */
    @Transactional
    public void answer(Caller caller, UUID id, Reply reply) {
        InstitutionScope scope = answering(caller);
        Survey survey = surveys.hold(caller.association(), id, scope).requireOpen();
        String subject =
                tokens.subject(id, reply.token(), scope).orElseThrow(() -> Refusal.notFound("survey.token-unknown"));
        survey.questions().violation(reply.answers()).ifPresent(wrong -> {
            throw Refusal.invalid(List.of(wrong));
        });
        if (!tokens.use(reply.token())) {
            throw Refusal.conflict("survey.token-used");
        }
        surveys.insert(caller.association(), id, subject, reply.answers());
    }

    /** Takes all replies that can be taken, and says of the others why not; in the order given. */
    @Transactional
    public List<Taken> answerAll(Caller caller, UUID id, List<Reply> replies) {
        InstitutionScope scope = answering(caller);
        Survey survey = surveys.hold(caller.association(), id, scope).requireOpen();
        List<Integer> sorted = new ArrayList<>();
        for (int index = 0; index < replies.size(); index++) {
            sorted.add(index);
        }
        // Two imports of the same papers at once use up their tokens in the same order, and so cannot wait in a circle.
        sorted.sort(Comparator.comparing(
                index -> SurveyTokens.hash(replies.get(index).token()), Arrays::compareUnsigned));
        List<Taken> taken = new ArrayList<>();
        for (int index : sorted) {
            taken.add(
                    new Taken(index + 1, take(survey, replies.get(index), scope).orElse(null)));
        }
        taken.sort(Comparator.comparing(Taken::row));
        long kept = taken.stream().filter(one -> one.violation() == null).count();
        record(caller, "survey.answers-imported", survey, Map.of("taken", kept, "refused", taken.size() - kept));
        return taken;
    }

    private Optional<Violation> take(Survey survey, Reply reply, InstitutionScope scope) {
        Optional<String> subject = tokens.subject(survey.id(), reply.token(), scope);
        if (subject.isEmpty()) {
            return Optional.of(new Violation("", "survey.token-unknown"));
        }
        Optional<Violation> wrong = survey.questions().violation(reply.answers());
        if (wrong.isPresent()) {
            return wrong;
        }
        if (!tokens.use(reply.token())) {
            return Optional.of(new Violation("", "survey.token-used"));
        }
        surveys.insert(survey.association(), survey.id(), subject.get(), reply.answers());
        return Optional.empty();
    }

    private static InstitutionScope answering(Caller caller) {
        return caller.scope(Role.EVALUATOR, Role.INTEGRATION);
    }

    private void record(Caller caller, String action, Survey survey, Map<String, ?> what) {
        audit.record(AuditRecord.of(caller, action, "survey", survey.id(), null, what));
    }
}
