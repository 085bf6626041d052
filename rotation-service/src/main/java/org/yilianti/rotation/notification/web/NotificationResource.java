package org.yilianti.rotation.notification.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notification;

/**
 * A notification as its reader sees it, the text in the reader's language.
 *
 * @param readAt when the reading account read it; null when it has not
 */
record NotificationResource(
        UUID id,
        String kind,
        String message,
        String subjectType,
        UUID subjectId,
        Instant raisedAt,
        @Nullable Instant readAt) {

    static NotificationResource of(Notification one, ProblemFactory texts, Locale locale) {
        Notice notice = one.notice();
        return new NotificationResource(
                one.id(),
                notice.kind(),
                texts.text("notification." + notice.kind(), notice.args().toArray(), locale),
                notice.subjectType(),
                notice.subjectId(),
                one.raisedAt(),
                one.readAt());
    }
}
