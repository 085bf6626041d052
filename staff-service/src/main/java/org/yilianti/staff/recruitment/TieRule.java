package org.yilianti.staff.recruitment;

import org.yilianti.staff.entry.Coded;

/** What may decide between equal totals: the higher value first. */
public enum TieRule implements Coded {
    PAPER,
    INTERVIEW,
    /** Points of preference, before the cap. */
    PREFERENCE,
    EDUCATION,
    TITLE,
    /** The earlier application; decides last of all, whether or not it is named. */
    EARLIER_APPLICATION
}
