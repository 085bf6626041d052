package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which duties are asked for; null does not narrow. {@code to} is exclusive. */
public record DutyFilter(
        @Nullable UUID planId,
        @Nullable UUID institutionId,
        @Nullable UUID memberId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DutyStatus status) {}
