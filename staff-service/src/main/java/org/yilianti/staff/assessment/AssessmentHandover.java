package org.yilianti.staff.assessment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the assessments of a person who was registered twice. */
@Component
class AssessmentHandover implements MergedRecords {

    private final AssessmentRepository assessments;
    private final Outbox outbox;

    AssessmentHandover(AssessmentRepository assessments, Outbox outbox) {
        this.assessments = assessments;
        this.outbox = outbox;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        assessments.handOver(editor.association(), duplicate, survivor);
        List<Assessment> moved = assessments.ofMember(editor.association(), survivor);
        outbox.publish(moved.stream().map(Assessment::announcement).toList());
    }
}
