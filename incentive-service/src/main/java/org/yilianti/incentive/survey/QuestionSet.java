package org.yilianti.incentive.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/**
 * The questions of a survey, which never change.
 *
 * @param edition 1 for the first set of its name, one more for each successor
 */
public record QuestionSet(
        UUID id,
        UUID association,
        String name,
        int edition,
        List<Question> questions,
        String createdBy,
        Instant createdAt) {

    private static final int MOST_STEPS = 10;

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /** A new set; refused (422) with everything that is wrong about its questions. */
    static QuestionSet written(
            UUID association, String name, int edition, List<Question> questions, String author, Instant now) {
        List<Violation> violations = violations(questions);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new QuestionSet(Ids.next(), association, name, edition, questions, author, now);
    }

    /** The question with this code; empty when there is none. */
    Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Why these answers cannot be taken, by code and arguments; empty when they can. */
    Optional<Violation> violation(Map<String, Integer> answers) {
        if (answers.isEmpty()) {
            return Optional.of(new Violation("/answers", "survey.nothing-answered"));
        }
        for (Map.Entry<String, Integer> answer : answers.entrySet()) {
            Optional<Question> question = question(answer.getKey());
            if (question.isEmpty()) {
                return Optional.of(new Violation("/answers", "survey.question-unknown", answer.getKey()));
            }
            if (!question.get().takes(answer.getValue())) {
                return Optional.of(
                        new Violation("/answers", "survey.answer-invalid", answer.getKey(), answer.getValue()));
            }
        }
        return Optional.empty();
    }

    private static List<Violation> violations(List<Question> questions) {
        Set<String> codes = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            Question one = questions.get(index);
            if (!codes.add(one.code())) {
                found.add(new Violation("/questions/" + index + "/code", "survey.code-repeated", one.code()));
            }
            if (one.steps() < 2 || one.steps() > MOST_STEPS || (!one.scale() && one.steps() != 2)) {
                found.add(new Violation("/questions/" + index + "/steps", "survey.steps-invalid", one.code()));
            }
        }
        return found;
    }
}
