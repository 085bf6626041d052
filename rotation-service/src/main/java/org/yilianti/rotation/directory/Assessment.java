package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A periodic assessment of a member's practice, or its repetition after a failed one.
 *
 * @param annulled whether it counts as never held
 * @param suspendedFrom of a failed one: first day without practice; null when not said
 */
public record Assessment(
        UUID id,
        UUID association,
        UUID memberId,
        LocalDate heldOn,
        boolean passed,
        boolean annulled,
        @Nullable LocalDate suspendedFrom) {

    /** The first day on which a failure stands in the way. */
    LocalDate stopsFrom() {
        return Objects.requireNonNullElse(suspendedFrom, heldOn);
    }
}
