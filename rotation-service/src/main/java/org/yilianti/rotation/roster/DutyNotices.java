package org.yilianti.rotation.roster;

import org.yilianti.rotation.notification.Notice;

/** What people are told of a duty: its day and shift. */
final class DutyNotices {

    private DutyNotices() {}

    static Notice of(String kind, Duty duty) {
        return Notice.of(kind, "duty", duty.id(), duty.date(), duty.shift());
    }
}
