package org.yilianti.staff.responsibility;

import java.util.Optional;
import org.yilianti.staff.entry.Coded;

/** The levels of the tree, from the top. */
public enum Level implements Coded {
    LEADING_GROUP,
    MANAGEMENT_OFFICE,
    INSTITUTION;

    /** The level of a unit's parent; empty at the top. */
    Optional<Level> above() {
        return switch (this) {
            case LEADING_GROUP -> Optional.empty();
            case MANAGEMENT_OFFICE -> Optional.of(LEADING_GROUP);
            case INSTITUTION -> Optional.of(MANAGEMENT_OFFICE);
        };
    }
}
