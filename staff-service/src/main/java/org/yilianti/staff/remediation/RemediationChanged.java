package org.yilianti.staff.remediation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.remediation.RemediationCase.Decision;

/** A case changed: its whole public state; the schema is {@code contracts/events/staff.remediation-case-changed.v1}. */
record RemediationChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        UUID institutionId,
        UUID appointmentId,
        String gap,
        String required,
        LocalDate deadline,
        String state,
        @Nullable String decision,
        @Nullable LocalDate effectiveOn) {

    static RemediationChanged of(RemediationCase known) {
        Optional<Decision> decision = Optional.ofNullable(known.decision());
        return new RemediationChanged(
                known.id(),
                known.association(),
                known.version(),
                known.member().value(),
                known.institution().id().value(),
                known.appointment(),
                known.gap().kind().code(),
                known.gap().required(),
                known.deadline(),
                known.state().code(),
                decision.map(what -> what.consequence().code()).orElse(null),
                decision.map(Decision::effectiveOn).orElse(null));
    }
}
