package org.yilianti.rotation.directory.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.inbox.Received;
import org.yilianti.rotation.directory.Assessment;

/** What is read of {@code staff.assessment-changed.v1}. */
record AssessmentView(
        UUID memberId,
        LocalDate heldOn,
        String result,
        boolean annulled,
        @Nullable LocalDate suspendedFrom) {

    static Assessment assessment(Received<AssessmentView> event) {
        AssessmentView body = event.body();
        return new Assessment(
                event.aggregate(),
                event.association(),
                body.memberId,
                body.heldOn,
                body.result.equals("passed"),
                body.annulled,
                body.suspendedFrom);
    }
}
