package org.yilianti.staff.remediation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.remediation.DecidedEnd;
import org.yilianti.staff.remediation.RemediationCase;
import org.yilianti.staff.remediation.RemediationCase.Decision;
import org.yilianti.staff.remediation.RemediationCase.Step;
import org.yilianti.staff.remediation.RemediationTask;

/**
 * A case as it is shown.
 *
 * @param tasks null in lists
 * @param ends posts and contracts that the decision ends; null in lists
 */
record RemediationView(
        UUID id,
        long version,
        UUID memberId,
        String institutionCode,
        UUID appointmentId,
        String gap,
        String required,
        boolean detected,
        LocalDate deadline,
        boolean overdue,
        String state,
        Instant openedAt,
        String openedBy,
        @Nullable List<RemediationTask> tasks,
        @Nullable String outcomeBy,
        @Nullable String outcomeNote,
        @Nullable String decision,
        @Nullable LocalDate effectiveOn,
        @Nullable String decidedBy,
        @Nullable String decisionReason,
        @Nullable List<DecidedEnd> ends,
        @Nullable String closedBy,
        @Nullable String closingNote) {

    static RemediationView of(
            RemediationCase known,
            @Nullable List<RemediationTask> tasks,
            @Nullable List<DecidedEnd> ends,
            LocalDate today) {
        Optional<Step> outcome = Optional.ofNullable(known.outcome());
        Optional<Decision> decision = Optional.ofNullable(known.decision());
        Optional<Step> closing = Optional.ofNullable(known.closing());
        return new RemediationView(
                known.id(),
                known.version(),
                known.member().value(),
                known.institution().code(),
                known.appointment(),
                known.gap().kind().code(),
                known.gap().required(),
                known.detected(),
                known.deadline(),
                known.overdue(today),
                known.state().code(),
                known.opened().at(),
                known.opened().by(),
                tasks,
                outcome.map(Step::by).orElse(null),
                outcome.map(Step::note).orElse(null),
                decision.map(what -> what.consequence().code()).orElse(null),
                decision.map(Decision::effectiveOn).orElse(null),
                decision.map(what -> what.by().by()).orElse(null),
                decision.map(what -> what.by().note()).orElse(null),
                ends,
                closing.map(Step::by).orElse(null),
                closing.map(Step::note).orElse(null));
    }
}
