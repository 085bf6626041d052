package org.yilianti.rotation.notification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;

/** Keeps who has read what. */
@Component
@Transactional
public class NotificationManagement {

    private final NotificationRows rows;
    private final Clock clock;

    NotificationManagement(NotificationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Marks a notification as read by this account; a second reading changes nothing. */
    public Notification read(Readership readership, UUID id) {
        Notification found = rows.find(readership, id).orElseThrow(() -> Refusal.notFound("notification.unknown", id));
        if (found.readAt() != null) {
            return found;
        }
        rows.markRead(id, readership.account(), clock.instant());
        return rows.find(readership, id).orElseThrow();
    }
}
