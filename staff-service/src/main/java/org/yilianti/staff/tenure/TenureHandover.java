package org.yilianti.staff.tenure;

import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the tenures of a person who was registered twice. */
@Component
class TenureHandover implements MergedRecords {

    private final TenureRepository tenures;
    private final TenureLedger ledger;

    TenureHandover(TenureRepository tenures, TenureLedger ledger) {
        this.tenures = tenures;
        this.ledger = ledger;
    }

    /** Refuses (409) tenures of both at one time. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        var moved = tenures.ofMember(editor.association(), duplicate);
        boolean both = moved.stream().anyMatch(tenure -> !tenures.overlapping(
                        null, tenure.post(), survivor, tenure.term().endedAt(tenure.over()))
                .isEmpty());
        if (both) {
            throw Refusal.conflict("tenure.both-direct").at("/duplicateId");
        }
        tenures.handOver(editor.association(), duplicate, survivor);
        moved.forEach(tenure -> tenures.lock(editor.association(), tenure.id()).ifPresent(ledger::announce));
    }
}
