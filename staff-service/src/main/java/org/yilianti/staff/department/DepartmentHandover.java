package org.yilianti.staff.department;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the departments that a person who was registered twice heads. */
@Component
class DepartmentHandover implements MergedRecords {

    private final DepartmentManagement management;
    private final MemberDirectory members;

    DepartmentHandover(DepartmentManagement management, MemberDirectory members) {
        this.management = management;
        this.members = members;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        String staffNo = Objects.requireNonNull(
                members.staffNos(editor.association(), List.of(survivor)).get(survivor));
        management.handOver(editor, duplicate, new Head(survivor, staffNo));
    }
}
