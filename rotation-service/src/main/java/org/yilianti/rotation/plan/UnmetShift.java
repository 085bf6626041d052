package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A shift of a date below its desired number.
 *
 * @param reason machine code: {@code too-few-lawful}, {@code cheaper-elsewhere}, or the hard rule that keeps most people out
 * @param people how many people that reason concerns
 * @param blocked how many people each hard rule is the first to keep out, by its code
 */
public record UnmetShift(
        UUID institutionId,
        LocalDate date,
        String shift,
        int assigned,
        int minimum,
        int desired,
        String reason,
        int people,
        Map<String, Long> blocked) {

    /** Heads missing to the desired number. */
    public int missing() {
        return desired - assigned;
    }
}
