package org.yilianti.rotation.notification.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.notification.Notification;
import org.yilianti.rotation.notification.NotificationManagement;
import org.yilianti.rotation.notification.NotificationRows;
import org.yilianti.rotation.notification.Readership;

/** Shows a caller what is meant for them, and keeps what they have read. */
@RestController
@RequestMapping("/v1/notifications")
class NotificationController {

    private final NotificationRows notifications;
    private final NotificationManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    NotificationController(
            NotificationRows notifications, NotificationManagement management, Sights sights, ProblemFactory texts) {
        this.notifications = notifications;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<NotificationResource> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable UUID subject,
            PageRequest page,
            Locale locale,
            Caller caller) {
        List<Notification> rows = notifications.list(readership(caller), unread, kind, subject, page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> NotificationResource.of(row, texts, locale));
    }

    @PostMapping("/{id}/readings")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    NotificationResource read(@PathVariable UUID id, Locale locale, Caller caller) {
        return NotificationResource.of(management.read(readership(caller), id), texts, locale);
    }

    private Readership readership(Caller caller) {
        return Readership.of(caller, sights.of(caller).ownMemberId());
    }
}
