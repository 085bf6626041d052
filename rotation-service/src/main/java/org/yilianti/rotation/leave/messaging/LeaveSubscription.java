package org.yilianti.rotation.leave.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.inbox.Subscription;
import org.yilianti.rotation.leave.StaffLeaveManagement;

/** What this feature wants to hear. */
@Configuration(proxyBeanMethods = false)
class LeaveSubscription {

    @Bean
    Subscription<LeaveView> staffLeaveChanges(StaffLeaveManagement leaves) {
        return new Subscription<>(
                "staff.leaves",
                "staff.leave-changed.v1",
                LeaveView.class,
                events -> leaves.changed(events.stream().map(LeaveView::leave).toList()));
    }
}
