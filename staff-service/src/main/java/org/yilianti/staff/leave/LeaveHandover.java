package org.yilianti.staff.leave;

import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the leave of a person who was registered twice. */
@Component
class LeaveHandover implements MergedRecords {

    private final LeaveManagement management;

    LeaveHandover(LeaveManagement management) {
        this.management = management;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        management.handOver(editor, duplicate, survivor);
    }
}
