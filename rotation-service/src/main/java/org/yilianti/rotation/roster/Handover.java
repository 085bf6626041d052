package org.yilianti.rotation.roster;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One duty changes hands.
 *
 * @param from who is believed to have it; null when it is believed open
 * @param to who is to have it
 * @param version the duty's as it was looked at; null when only who has it matters
 */
public record Handover(
        UUID dutyId, @Nullable UUID from, UUID to, @Nullable Long version) {

    /** Of a duty that may have had any other history meanwhile. */
    public Handover(UUID dutyId, @Nullable UUID from, UUID to) {
        this(dutyId, from, to, null);
    }

    /** Whether the duty is still as it was looked at, and is to go to somebody else. */
    boolean isOf(Duty duty) {
        return Objects.equals(duty.memberId(), from)
                && !to.equals(from)
                && (version == null || version == duty.version());
    }
}
