package org.yilianti.rotation.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.notification-raised.v1}: somebody is to be told something; a gateway to mail or messengers can follow it. */
record NotificationRaised(
        UUID id,
        UUID associationId,
        String kind,
        String subjectType,
        UUID subjectId,
        List<String> args,
        @Nullable UUID memberId,
        @Nullable String account,
        @Nullable String role,
        @Nullable String institutionCode,
        Instant raisedAt) {

    static OutboxEvent of(Notification raised) {
        Recipient to = raised.recipient();
        Role role = to.role();
        return OutboxEvent.fact(
                "rotation.notifications",
                "rotation.notification-raised.v1",
                raised.association(),
                raised.id(),
                raised.id(),
                new NotificationRaised(
                        raised.id(),
                        raised.association(),
                        raised.notice().kind(),
                        raised.notice().subjectType(),
                        raised.notice().subjectId(),
                        raised.notice().args(),
                        to.memberId(),
                        to.account(),
                        role == null ? null : role.claim(),
                        to.institutionCode(),
                        raised.raisedAt()));
    }
}
