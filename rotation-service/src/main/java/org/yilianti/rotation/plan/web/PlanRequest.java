package org.yilianti.rotation.plan.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/** A plan to be made: for which month and institutions, how long to search, and the seed that makes it repeatable. */
record PlanRequest(
        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
        @NotEmpty @Size(max = 200) Set<@NotNull UUID> institutionIds,
        @NotNull @Min(1) @Max(3600) Integer seconds,
        @NotNull Long seed) {}
