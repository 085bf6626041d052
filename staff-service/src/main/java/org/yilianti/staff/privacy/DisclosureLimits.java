package org.yilianti.staff.privacy;

import org.yilianti.platform.problem.Refusal;

/**
 * How freely personal numbers are shown.
 *
 * @param perHour most disclosures to one caller in an hour, 1 to 10,000
 */
record DisclosureLimits(int perHour) {

    DisclosureLimits {
        if (perHour < 1 || perHour > 10_000) {
            throw Refusal.invalid("policy.per-hour-unfit", perHour);
        }
    }

    /** What holds until an association decides otherwise. */
    static DisclosureLimits standard() {
        return new DisclosureLimits(30);
    }
}
