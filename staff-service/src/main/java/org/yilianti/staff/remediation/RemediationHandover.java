package org.yilianti.staff.remediation;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the cases of a person who was registered twice. */
@Component
class RemediationHandover implements MergedRecords {

    private final RemediationRepository cases;
    private final Outbox outbox;

    RemediationHandover(RemediationRepository cases, Outbox outbox) {
        this.cases = cases;
        this.outbox = outbox;
    }

    /** Refuses (409) while both have an unfinished case of one kind. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        boolean both = Arrays.stream(GapKind.values())
                .anyMatch(gap -> cases.unfinished(duplicate, gap) && cases.unfinished(survivor, gap));
        if (both) {
            throw Refusal.conflict("remediation.both-open").at("/duplicateId");
        }
        var moved = cases.ofMember(editor.association(), duplicate).stream()
                .map(RemediationCase::id)
                .toList();
        cases.handOver(editor.association(), duplicate, survivor);
        outbox.publish(cases.ofMember(editor.association(), survivor).stream()
                .filter(known -> moved.contains(known.id()))
                .map(RemediationCase::announcement)
                .toList());
    }
}
