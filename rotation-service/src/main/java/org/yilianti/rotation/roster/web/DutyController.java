package org.yilianti.rotation.roster.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyFilter;
import org.yilianti.rotation.roster.DutyManagement;
import org.yilianti.rotation.roster.DutyStatus;

/** Shows the duties in force and gives them to people. */
@RestController
class DutyController {

    private final Duties duties;
    private final DutyManagement management;
    private final Sights sights;

    DutyController(Duties duties, DutyManagement management, Sights sights) {
        this.duties = duties;
        this.management = management;
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

    @GetMapping("/v1/duties/{id}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<DutyResource> get(@PathVariable UUID id, Caller caller) {
        var sight = sights.of(
                caller, Role.SCHEDULER, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        return answer(duties.find(sight, id).orElseThrow(() -> Refusal.notFound("duty.unknown", id)));
    }

    /** Gives an open duty, or one that somebody else has, to this person; refuses (422) with every rule that stands in the way. */
    @PostMapping("/v1/duties/{id}/assignments")
    @Requires(Role.SCHEDULER)
    ResponseEntity<DutyResource> assign(
            @PathVariable UUID id,
            @Valid @RequestBody DutyAssignment assignment,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.assign(caller, id, expected, assignment.memberId()));
    }

    /** Who is to have a duty. */
    record DutyAssignment(@NotNull UUID memberId) {}

    private static ResponseEntity<DutyResource> answer(Duty duty) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(duty.version())).body(DutyResource.of(duty));
    }

    private static @Nullable DutyStatus status(@Nullable String code) {
        try {
            return code == null ? null : DutyStatus.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("request.status-unknown", code, List.of("assigned", "open"));
        }
    }
}
