package org.yilianti.rotation.claim.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
import org.yilianti.rotation.claim.ClaimManagement;
import org.yilianti.rotation.claim.ClaimState;
import org.yilianti.rotation.claim.DutyClaim;
import org.yilianti.rotation.claim.DutyClaims;
import org.yilianti.rotation.claim.OpenDuties;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.web.DutyResource;

/** Shows staff what stands open, takes their claims, decides on them. */
@RestController
class ClaimController {

    private final OpenDuties open;
    private final DutyClaims claims;
    private final ClaimManagement management;
    private final Sights sights;

    ClaimController(OpenDuties open, DutyClaims claims, ClaimManagement management, Sights sights) {
        this.open = open;
        this.claims = claims;
        this.management = management;
        this.sights = sights;
    }

    /** The duty that the caller would like to have. */
    record ClaimOrder(@NotNull UUID dutyId) {}

    /** Why a claim is refused. */
    record ClaimRefusal(@NotBlank @Size(max = 1000) String reason) {}

    /** Nothing needs to be said. */
    record ClaimStep() {}

    /** Open duties where the caller may work; {@code from} and {@code to} (exclusive) are dates in the association's time. */
    @GetMapping("/v1/open-duties")
    @Requires(Role.STAFF)
    Page<DutyResource> open(
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            PageRequest page,
            Caller caller) {
        UUID own = Optional.ofNullable(sights.of(caller).ownMemberId())
                .orElseThrow(() -> Refusal.forbidden("claim.not-staff"));
        return Page.of(
                        open.list(caller.association(), own, from, to, page),
                        page,
                        row -> Cursor.of(row.date(), row.id()))
                .map(DutyResource::of);
    }

    @GetMapping("/v1/duty-claims")
    @Requires({Role.SCHEDULER, Role.STAFF})
    Page<ClaimResource> list(
            @RequestParam @Nullable UUID duty, @RequestParam @Nullable String state, PageRequest page, Caller caller) {
        return Page.of(
                        claims.list(sights.of(caller, Role.SCHEDULER), duty, state(state), page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(ClaimResource::of);
    }

    @PostMapping("/v1/duty-claims")
    @Requires(Role.STAFF)
    ResponseEntity<ClaimResource> claim(@Valid @RequestBody ClaimOrder order, Caller caller) {
        DutyClaim made = management.claim(caller, order.dutyId());
        return ResponseEntity.created(URI.create("/v1/duty-claims?duty=" + made.dutyId()))
                .eTag(ExpectedVersion.etag(made.version()))
                .body(ClaimResource.of(made));
    }

    @PostMapping("/v1/duty-claims/{id}/grants")
    @Requires(Role.SCHEDULER)
    ResponseEntity<ClaimResource> grant(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ClaimStep nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.grant(caller, id, expected));
    }

    @PostMapping("/v1/duty-claims/{id}/refusals")
    @Requires(Role.SCHEDULER)
    ResponseEntity<ClaimResource> refuse(
            @PathVariable UUID id,
            @Valid @RequestBody ClaimRefusal refusal,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.refuse(caller, id, expected, refusal.reason()));
    }

    @PostMapping("/v1/duty-claims/{id}/withdrawals")
    @Requires(Role.STAFF)
    ResponseEntity<ClaimResource> withdraw(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ClaimStep nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.withdraw(caller, id, expected));
    }

    private static ResponseEntity<ClaimResource> answer(DutyClaim claim) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(claim.version())).body(ClaimResource.of(claim));
    }

    private static @Nullable ClaimState state(@Nullable String code) {
        try {
            return code == null ? null : ClaimState.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(ClaimState.values()).map(ClaimState::code).toList());
        }
    }
}
