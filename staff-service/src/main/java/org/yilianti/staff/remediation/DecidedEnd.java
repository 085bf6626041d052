package org.yilianti.staff.remediation;

import java.util.UUID;
import org.yilianti.staff.entry.Coded;

/**
 * Something that a decision ended.
 *
 * @param revision that ends it; the one before can be believed again
 */
public record DecidedEnd(Kind kind, UUID subject, int revision) {

    /** What ended. */
    public enum Kind implements Coded {
        APPOINTMENT,
        CONTRACT
    }
}
