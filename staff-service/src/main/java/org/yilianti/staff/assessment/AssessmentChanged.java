package org.yilianti.staff.assessment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.assessment.Assessment.Failure;

/** An assessment changed: its whole public state; the schema is {@code contracts/events/staff.assessment-changed.v1}. */
record AssessmentChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID licenceId,
        UUID memberId,
        UUID institutionId,
        LocalDate cycleFrom,
        @Nullable LocalDate cycleTo,
        @Nullable UUID repeatsId,
        LocalDate heldOn,
        AssessmentResult result,
        boolean annulled,
        @Nullable LocalDate suspendedFrom) {

    static AssessmentChanged of(Assessment assessment) {
        return new AssessmentChanged(
                assessment.id(),
                assessment.association(),
                assessment.version(),
                assessment.licence(),
                assessment.member(),
                assessment.institution().id().value(),
                assessment.cycle().from(),
                assessment.cycle().to(),
                assessment.repeats(),
                assessment.outcome().heldOn(),
                assessment.outcome().result(),
                assessment.annulled() != null,
                Optional.ofNullable(assessment.failure())
                        .map(Failure::suspendedFrom)
                        .orElse(null));
    }
}
