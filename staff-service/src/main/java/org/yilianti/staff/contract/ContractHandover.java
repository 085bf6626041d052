package org.yilianti.staff.contract;

import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the contracts of a person who was registered twice. */
@Component
class ContractHandover implements MergedRecords {

    private final ContractManagement management;

    ContractHandover(ContractManagement management) {
        this.management = management;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        management.handOver(editor, duplicate, survivor);
    }
}
