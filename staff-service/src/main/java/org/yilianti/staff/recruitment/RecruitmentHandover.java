package org.yilianti.staff.recruitment;

import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the applications by which somebody came who was registered twice. */
@Component
class RecruitmentHandover implements MergedRecords {

    private final ApplicationRepository applications;
    private final Outbox outbox;

    RecruitmentHandover(ApplicationRepository applications, Outbox outbox) {
        this.applications = applications;
        this.outbox = outbox;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        var moved = applications.hired(editor.association(), duplicate).stream()
                .map(Application::id)
                .toList();
        applications.handOver(editor.association(), duplicate, survivor);
        outbox.publish(applications.hired(editor.association(), survivor).stream()
                .filter(application -> moved.contains(application.id()))
                .map(HireChanged::of)
                .toList());
    }
}
