package org.yilianti.staff.responsibility;

import org.yilianti.staff.entry.Coded;

/** What somebody is in a unit. */
public enum Duty implements Coded {
    HEAD,
    DEPUTY,
    OFFICER
}
