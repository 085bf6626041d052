package org.yilianti.staff.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.assessment.Assessment;
import org.yilianti.staff.assessment.Assessment.Annulment;
import org.yilianti.staff.assessment.Assessment.Failure;

/** An assessment as it is shown. */
record AssessmentView(
        UUID id,
        long version,
        UUID licenceId,
        UUID memberId,
        String institutionCode,
        LocalDate cycleFrom,
        @Nullable LocalDate cycleTo,
        @Nullable UUID repeatsId,
        LocalDate heldOn,
        String result,
        String status,
        @Nullable String note,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate retakeFrom,
        @Nullable LocalDate retakeBy,
        Instant recordedAt,
        String recordedBy,
        @Nullable String annulledBy,
        @Nullable String annulmentReason) {

    static AssessmentView of(Assessment assessment) {
        Optional<Failure> failure = Optional.ofNullable(assessment.failure());
        Optional<Annulment> annulled = Optional.ofNullable(assessment.annulled());
        return new AssessmentView(
                assessment.id(),
                assessment.version(),
                assessment.licence(),
                assessment.member(),
                assessment.institution().code(),
                assessment.cycle().from(),
                assessment.cycle().to(),
                assessment.repeats(),
                assessment.outcome().heldOn(),
                assessment.outcome().result().code(),
                assessment.status(),
                assessment.outcome().note(),
                failure.map(Failure::suspendedFrom).orElse(null),
                failure.map(Failure::retakeFrom).orElse(null),
                failure.map(Failure::retakeBy).orElse(null),
                assessment.recordedAt(),
                assessment.recordedBy(),
                annulled.map(Annulment::by).orElse(null),
                annulled.map(Annulment::reason).orElse(null));
    }
}
