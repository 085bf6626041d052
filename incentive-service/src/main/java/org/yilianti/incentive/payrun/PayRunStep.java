package org.yilianti.incentive.payrun;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a run's approval history: who brought it to which state, and why. */
public record PayRunStep(
        long version, String status, String actor, @Nullable String note, Instant at) {}
