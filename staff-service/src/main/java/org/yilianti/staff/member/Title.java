package org.yilianti.staff.member;

import org.yilianti.staff.entry.Coded;

/** The ladder of professional titles, lowest first. */
public enum Title implements Coded {
    NONE,
    JUNIOR,
    INTERMEDIATE,
    ASSOCIATE_SENIOR,
    SENIOR
}
