package org.yilianti.staff.tenure;

import org.yilianti.staff.entry.Coded;

/** What a score is worth. */
public enum Grade implements Coded {
    EXCELLENT,
    QUALIFIED,
    UNQUALIFIED
}
