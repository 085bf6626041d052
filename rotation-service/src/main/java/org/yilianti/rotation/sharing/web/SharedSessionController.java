package org.yilianti.rotation.sharing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.Era;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.sharing.SessionFilter;
import org.yilianti.rotation.sharing.SessionOffer;
import org.yilianti.rotation.sharing.SharedSession;
import org.yilianti.rotation.sharing.SharedSessions;
import org.yilianti.rotation.sharing.SharingManagement;

/** Offers sessions of specialists to the association. */
@RestController
@RequestMapping("/v1/shared-sessions")
class SharedSessionController {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final SharedSessions sessions;
    private final SharingManagement management;

    SharedSessionController(SharedSessions sessions, SharingManagement management) {
        this.sessions = sessions;
        this.management = management;
    }

    /** What is offered; held at the offerer unless visiting. */
    record OfferRequest(
            @NotNull UUID institutionId,
            @NotNull UUID memberId,
            @NotBlank @Size(max = 100) String specialty,
            @NotBlank @Size(max = 200) String place,
            @Nullable Boolean visiting,
            @NotNull @InEra Instant startsAt,
            @NotNull @InEra Instant endsAt,
            @NotNull @Min(1) @Max(500) Integer capacity) {

        private SessionOffer offer() {
            Instant from = startsAt.truncatedTo(ChronoUnit.SECONDS);
            Instant to = endsAt.truncatedTo(ChronoUnit.SECONDS);
            if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
                throw Refusal.invalid("shared-session.times", from, to).at("/endsAt");
            }
            return new SessionOffer(
                    institutionId, memberId, specialty, place, Boolean.TRUE.equals(visiting), from, to, capacity);
        }
    }

    /** Why it does not take place. */
    record SessionCancellation(@NotBlank @Size(max = 1000) String reason) {}

    /** @param free only those with a free place */
    @GetMapping
    @RequiresAnyRole
    Page<SharedSessionResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String specialty,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam(defaultValue = "false") boolean free,
            PageRequest page,
            Caller caller) {
        var filter = new SessionFilter(institution, member, specialty, checked(from), checked(to), free);
        return Page.of(
                        sessions.list(caller.association(), filter, page),
                        page,
                        row -> Cursor.of(row.offer().startsAt().toEpochMilli(), row.id()))
                .map(SharedSessionResource::of);
    }

    @GetMapping("/{id}")
    @RequiresAnyRole
    ResponseEntity<SharedSessionResource> get(@PathVariable UUID id, Caller caller) {
        return answer(sessions.find(caller.association(), id)
                .orElseThrow(() -> Refusal.notFound("shared-session.unknown", id)));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<SharedSessionResource> offer(@Valid @RequestBody OfferRequest request, Caller caller) {
        SharedSession offered = management.offer(caller, request.offer());
        return ResponseEntity.created(URI.create("/v1/shared-sessions/" + offered.id()))
                .eTag(ExpectedVersion.etag(offered.version()))
                .body(SharedSessionResource.of(offered));
    }

    @PostMapping("/{id}/cancellations")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<SharedSessionResource> cancel(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody SessionCancellation cancellation,
            Caller caller) {
        return answer(management.cancel(caller, id, expected, cancellation.reason()));
    }

    private static ResponseEntity<SharedSessionResource> answer(SharedSession session) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(session.version()))
                .body(SharedSessionResource.of(session));
    }

    private static @Nullable Instant checked(@Nullable Instant time) {
        return time == null ? null : Era.checked(time);
    }
}
