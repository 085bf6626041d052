package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an application's history.
 *
 * @param state the application's state after it
 * @param onBehalfOf accounts in whose place the actor decided, nearest first; empty when with power of their own
 */
public record ApplicationStep(
        ApplicationState state,
        StepAction action,
        String actor,
        List<String> onBehalfOf,
        Instant at,
        @Nullable String note) {}
