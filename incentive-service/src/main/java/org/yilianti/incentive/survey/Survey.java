package org.yilianti.incentive.survey;

import java.util.List;
import java.util.UUID;
import org.yilianti.platform.problem.Refusal;

/**
 * A survey about some subjects.
 *
 * @param id of the campaign that it belongs to
 * @param open whether answers are taken
 */
public record Survey(UUID id, UUID association, QuestionSet questions, boolean open, List<Subject> subjects) {

    public Survey {
        subjects = List.copyOf(subjects);
    }

    /**
     * What people are asked about.
     *
     * @param institutionCode that answers for it; {@code *} for the whole association
     */
    public record Subject(String code, String institutionCode) {}

    /** Refuses (409) once it is closed. */
    Survey requireOpen() {
        if (!open) {
            throw Refusal.conflict("survey.closed");
        }
        return this;
    }

    /** Refuses (404) what it does not ask about. */
    Subject subject(String code) {
        return subjects.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("survey.subject-unknown", code));
    }
}
