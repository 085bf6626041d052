package org.yilianti.rotation.leave;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Members;

/** Keeps what the staff registry says of leaves of absence, batch by batch; duties of their days lose their people in the same transaction. */
@Component
@Transactional
public class StaffLeaveManagement {

    private final StaffLeaves leaves;
    private final Members members;
    private final ApplicationEventPublisher events;

    StaffLeaveManagement(StaffLeaves leaves, Members members, ApplicationEventPublisher events) {
        this.leaves = leaves;
        this.members = members;
        this.events = events;
    }

    /** Each as it now is; what is annulled makes the days free again and gives no duty back. */
    public void changed(List<StaffLeave> changed) {
        Map<UUID, Set<UUID>> members = changed.stream()
                .collect(Collectors.groupingBy(
                        StaffLeave::association, Collectors.mapping(StaffLeave::memberId, Collectors.toSet())));
        members.forEach(this.members::lock);
        leaves.upsert(changed);
        Map<UUID, Map<UUID, List<DatePeriod>>> granted = changed.stream()
                .filter(leave -> !leave.annulled())
                .collect(Collectors.groupingBy(
                        StaffLeave::association,
                        Collectors.groupingBy(
                                StaffLeave::memberId, Collectors.mapping(StaffLeave::days, Collectors.toList()))));
        granted.forEach((association, days) -> events.publishEvent(new LeaveGranted(association, days)));
    }
}
