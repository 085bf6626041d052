package org.yilianti.rotation.roster.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.DutyFilter;
import org.yilianti.rotation.roster.DutyStatus;

/** Shows the duties in force. */
@RestController
class DutyController {

    private final Duties duties;
    private final Sights sights;

    DutyController(Duties duties, Sights sights) {
        this.duties = duties;
        this.sights = sights;
    }

    /** {@code from} and {@code to} (exclusive) are dates in the association's time. */
    @GetMapping("/v1/duties")
    @Requires({
        Role.SCHEDULER,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.AUDITOR,
        Role.ASSOCIATION_ADMIN,
        Role.INTEGRATION,
        Role.STAFF
    })
    Page<DutyResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String status,
            PageRequest page,
            Caller caller) {
        var sight = sights.of(
                caller,
                Role.SCHEDULER,
                Role.HR_OFFICER,
                Role.REGISTRAR,
                Role.AUDITOR,
                Role.ASSOCIATION_ADMIN,
                Role.INTEGRATION);
        var filter = new DutyFilter(null, institution, member, from, to, status(status));
        return Page.of(duties.list(sight, filter, page), page, row -> Cursor.of(row.date(), row.id()))
                .map(DutyResource::of);
    }

    private static @Nullable DutyStatus status(@Nullable String code) {
        try {
            return code == null ? null : DutyStatus.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("request.status-unknown", code, List.of("assigned", "open"));
        }
    }
}
