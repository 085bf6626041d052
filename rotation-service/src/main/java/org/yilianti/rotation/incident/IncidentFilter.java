package org.yilianti.rotation.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which incidents are asked for; null does not narrow. */
public record IncidentFilter(
        @Nullable UUID memberId,
        @Nullable UUID institutionId,
        @Nullable UUID agreementId,
        @Nullable UUID sharedSessionId,
        @Nullable IncidentStatus status,
        @Nullable Severity severity) {}
