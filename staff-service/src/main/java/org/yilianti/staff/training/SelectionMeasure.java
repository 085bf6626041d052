package org.yilianti.staff.training;

import org.yilianti.staff.entry.Coded;

/** What a selection may look at; every measure is known to the registry or was said with the application. */
public enum SelectionMeasure implements Coded {
    /** 1 at an institution in the country, else 0. */
    RURAL,
    /** 1 at a township or community centre or a village clinic, else 0. */
    GRASSROOTS,
    /** Full years in the present title when the session begins. */
    YEARS_IN_TITLE,
    /** Credits of the year of the session that are missing from the yearly need. */
    LACKING_CREDITS,
    /** Full years since the last session of a course of this kind; 99 for whoever was never in one. */
    YEARS_SINCE_LAST,
    /** How much the institution recommends somebody, 0 to 10. */
    PRIORITY
}
