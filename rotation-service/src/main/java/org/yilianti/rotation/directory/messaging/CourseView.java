package org.yilianti.rotation.directory.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.yilianti.platform.inbox.Received;
import org.yilianti.rotation.directory.CompletedCourse;

/** What is read of {@code staff.training-credit-changed.v1}: who completed which course when. */
record CourseView(UUID memberId, String source, LocalDate earnedOn, boolean annulled) {

    static CompletedCourse course(Received<CourseView> event) {
        CourseView body = event.body();
        return new CompletedCourse(
                event.aggregate(), event.association(), body.memberId, body.source, body.earnedOn, body.annulled);
    }
}
