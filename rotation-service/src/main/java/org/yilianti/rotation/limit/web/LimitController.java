package org.yilianti.rotation.limit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.limit.LimitManagement;
import org.yilianti.rotation.limit.LimitState;
import org.yilianti.rotation.limit.PersonalLimit;
import org.yilianti.rotation.limit.PersonalLimits;

/** Asks for exceptions from the limits, decides on them, ends them. */
@RestController
@RequestMapping("/v1/personal-limits")
class LimitController {

    private static final Role[] READERS = {Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR};

    private final PersonalLimits limits;
    private final LimitManagement management;
    private final Sights sights;

    LimitController(PersonalLimits limits, LimitManagement management, Sights sights) {
        this.limits = limits;
        this.management = management;
        this.sights = sights;
    }

    /** Nothing needs to be said to approve. */
    record LimitApproval() {}

    /** Why it is refused. */
    record LimitRefusal(@NotBlank @Size(max = 1000) String reason) {}

    /** From which day on it no longer holds, and why. */
    record LimitEnd(
            @NotNull @InEra LocalDate from,
            @NotBlank @Size(max = 1000) String reason) {}

    /** @param on a day on which they hold, or would once approved */
    @GetMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.STAFF})
    Page<LimitResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable LocalDate on,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        limits.list(sights.of(caller, READERS), member, state(state), on, page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(LimitResource::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.STAFF})
    ResponseEntity<LimitResource> get(@PathVariable UUID id, Caller caller) {
        return answer(
                limits.find(sights.of(caller, READERS), id).orElseThrow(() -> Refusal.notFound("limit.unknown", id)));
    }

    /** Holds at once, or waits for a second person as the policy {@code personal-limits} says. */
    @PostMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LimitResource> request(@Valid @RequestBody LimitOrder order, Caller caller) {
        PersonalLimit made = management.request(caller, order.wanted());
        return ResponseEntity.created(URI.create("/v1/personal-limits/" + made.id()))
                .eTag(ExpectedVersion.etag(made.version()))
                .body(LimitResource.of(made));
    }

    @PostMapping("/{id}/approvals")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LimitResource> approve(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable LimitApproval nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.approve(caller, id, expected));
    }

    @PostMapping("/{id}/refusals")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LimitResource> refuse(
            @PathVariable UUID id,
            @Valid @RequestBody LimitRefusal refusal,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.refuse(caller, id, expected, refusal.reason()));
    }

    @PostMapping("/{id}/endings")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<LimitResource> end(
            @PathVariable UUID id,
            @Valid @RequestBody LimitEnd end,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.end(caller, id, expected, end.from(), end.reason()));
    }

    private static ResponseEntity<LimitResource> answer(PersonalLimit limit) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(limit.version())).body(LimitResource.of(limit));
    }

    private static @Nullable LimitState state(@Nullable String code) {
        try {
            return code == null ? null : LimitState.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(LimitState.values()).map(LimitState::code).toList());
        }
    }
}
