package org.yilianti.rotation.incident.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.incident.Incident.Report;
import org.yilianti.rotation.incident.Severity;

/**
 * An incident under an agreement, or in a service or a shared session under one.
 *
 * @param occurredAt the beginning of the service or session when absent
 * @param description what happened; no names of patients
 */
record IncidentRequest(
        @Nullable UUID agreementId,
        @Nullable UUID serviceRecordId,
        @Nullable UUID sharedSessionId,
        @InEra @Nullable Instant occurredAt,
        @NotNull String severity,
        @NotBlank @Size(max = 2000) String description) {

    Report report() {
        return new Report(
                agreementId,
                serviceRecordId,
                sharedSessionId,
                occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS),
                Severity.ofCode(severity).orElseThrow(() -> Refusal.invalid(
                                "incident.unknown-severity",
                                severity,
                                Arrays.stream(Severity.values())
                                        .map(Severity::code)
                                        .toList())
                        .at("/severity")),
                description);
    }
}
