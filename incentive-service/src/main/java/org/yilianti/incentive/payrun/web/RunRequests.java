package org.yilianti.incentive.payrun.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send about runs. */
final class RunRequests {

    private RunRequests() {}

    /** A run to draft. */
    record RunDraft(
            @NotNull YearMonth month,
            @NotNull UUID evaluationId,
            @NotNull UUID poolId) {}

    /** A second person's verdict. */
    record RunReview(
            @NotNull Boolean approved,
            @Size(max = 1000) @Nullable String note) {}

    /** Why a run is given up. */
    record RunCancellation(@NotBlank @Size(max = 1000) String reason) {}
}
