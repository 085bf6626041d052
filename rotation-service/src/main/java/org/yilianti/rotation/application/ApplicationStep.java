package org.yilianti.rotation.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an application's history: who brought it to which state. */
public record ApplicationStep(
        ApplicationState state,
        String actor,
        Instant at,
        @Nullable String note) {}
