package org.yilianti.rotation.leave.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
import org.yilianti.rotation.leave.LeaveManagement;
import org.yilianti.rotation.leave.LeaveRequest;
import org.yilianti.rotation.leave.LeaveRequests;
import org.yilianti.rotation.leave.LeaveState;

/** Asks for leave, reports absence, decides. */
@RestController
@RequestMapping("/v1/leave-requests")
class LeaveController {

    private static final Role[] READERS = {Role.HR_OFFICER, Role.SCHEDULER};

    private final LeaveRequests requests;
    private final LeaveManagement management;
    private final Sights sights;

    LeaveController(LeaveRequests requests, LeaveManagement management, Sights sights) {
        this.requests = requests;
        this.management = management;
        this.sights = sights;
    }

    /** Why leave is refused. */
    record LeaveRefusal(@NotBlank @Size(max = 1000) String reason) {}

    /** Why leave is given up, if somebody wants to say. */
    record LeaveCancellation(@Nullable @Size(max = 1000) String reason) {}

    /** Nothing needs to be said to grant. */
    record LeaveGrant() {}

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.STAFF})
    Page<LeaveResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String state,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        requests.list(sights.of(caller, READERS), member, state(state), page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(LeaveResource::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.STAFF})
    ResponseEntity<LeaveResource> get(@PathVariable UUID id, Caller caller) {
        return answer(
                requests.find(sights.of(caller, READERS), id).orElseThrow(() -> Refusal.notFound("leave.unknown", id)));
    }

    /** An absence (sick, emergency) counts at once; other leave waits for its decision. */
    @PostMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.STAFF})
    ResponseEntity<LeaveResource> make(@Valid @RequestBody LeaveOrder order, Caller caller) {
        LeaveRequest made = management.make(caller, order.memberId(), order.kind(), order.days());
        return ResponseEntity.created(URI.create("/v1/leave-requests/" + made.id()))
                .eTag(ExpectedVersion.etag(made.version()))
                .body(LeaveResource.of(made));
    }

    @PostMapping("/{id}/grants")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LeaveResource> grant(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable LeaveGrant nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.grant(caller, id, expected));
    }

    @PostMapping("/{id}/refusals")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LeaveResource> refuse(
            @PathVariable UUID id,
            @Valid @RequestBody LeaveRefusal refusal,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.refuse(caller, id, expected, refusal.reason()));
    }

    @PostMapping("/{id}/cancellations")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.STAFF})
    ResponseEntity<LeaveResource> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody LeaveCancellation cancellation,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.cancel(caller, id, expected, cancellation.reason()));
    }

    private static ResponseEntity<LeaveResource> answer(LeaveRequest request) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(request.version())).body(LeaveResource.of(request));
    }

    private static @Nullable LeaveState state(@Nullable String code) {
        try {
            return code == null ? null : LeaveState.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(LeaveState.values()).map(LeaveState::code).toList());
        }
    }
}
