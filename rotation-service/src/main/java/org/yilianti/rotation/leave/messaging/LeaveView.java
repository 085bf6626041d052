package org.yilianti.rotation.leave.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.leave.StaffLeave;

/** What is read of {@code staff.leave-changed.v1}. */
record LeaveView(
        UUID memberId,
        String status,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static StaffLeave leave(Received<LeaveView> event) {
        LeaveView body = event.body();
        return new StaffLeave(
                event.aggregate(),
                event.association(),
                body.memberId,
                new DatePeriod(body.validFrom, body.validTo),
                body.status.equals("annulled"));
    }
}
