package org.yilianti.staff.leave;

import org.yilianti.staff.entry.Coded;

/** Why somebody is away for long. */
public enum LeaveKind implements Coded {
    MATERNITY,
    PARENTAL,
    SICK,
    CARE,
    STUDY,
    MILITARY,
    PERSONAL,
    OTHER
}
