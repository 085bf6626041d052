package org.yilianti.rotation.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;

/** Where every feature tells those concerned; call it inside the transaction of what is told. */
@Component
public class Notifications {

    private final NotificationRows rows;
    private final Outbox outbox;
    private final Clock clock;

    Notifications(NotificationRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells each of the recipients once, however often they are named. */
    public void tell(UUID association, Collection<Recipient> recipients, Notice notice) {
        tell(association, recipients.stream().distinct().map(notice::to).toList());
    }

    /** As {@link #tell(UUID, Collection, Notice)} for one or a few recipients. */
    public void tell(UUID association, Notice notice, Recipient... recipients) {
        tell(association, Arrays.asList(recipients), notice);
    }

    /** Tells many things at once; a fixed number of statements. */
    public void tell(UUID association, List<AddressedNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Notification> raised = notices.stream()
                .map(one -> new Notification(Ids.next(), association, one.recipient(), one.notice(), now, null))
                .toList();
        rows.insert(raised);
        outbox.publish(raised.stream().map(NotificationRaised::of).toList());
    }
}
