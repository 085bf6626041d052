package org.yilianti.rotation.leave;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/** These people must not work on these days; heard inside the transaction that decided or learned it. */
public record LeaveGranted(UUID association, Map<UUID, List<DatePeriod>> days) {

    /** Of one person. */
    LeaveGranted(UUID association, UUID memberId, DatePeriod days) {
        this(association, Map.of(memberId, List.of(days)));
    }
}
