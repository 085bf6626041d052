package org.yilianti.staff.team;

import org.yilianti.staff.entry.Coded;

/** What somebody is in a team. */
public enum TeamDuty implements Coded {
    LEADER,
    DEPUTY,
    MEMBER,
    RESERVE
}
