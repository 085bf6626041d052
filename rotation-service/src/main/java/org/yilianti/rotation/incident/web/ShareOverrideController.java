package org.yilianti.rotation.incident.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.agreement.Side;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.Incidents;
import org.yilianti.rotation.incident.ShareOverride;
import org.yilianti.rotation.incident.ShareOverride.Parts;
import org.yilianti.rotation.incident.ShareOverrideManagement;
import org.yilianti.rotation.incident.ShareOverrides;
import org.yilianti.rotation.incident.web.IncidentResource.DamageParts;

/** Other parts of a damage than the agreement's, by consent of both institutions. */
@RestController
@RequestMapping("/v1/incidents/{id}/overrides")
class ShareOverrideController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final Incidents incidents;
    private final ShareOverrides overrides;
    private final ShareOverrideManagement management;
    private final Sights sights;

    ShareOverrideController(
            Incidents incidents, ShareOverrides overrides, ShareOverrideManagement management, Sights sights) {
        this.incidents = incidents;
        this.overrides = overrides;
        this.management = management;
        this.sights = sights;
    }

    /** The parts proposed, in fen; they must sum to the damage. */
    record ProposedParts(
            @NotNull @PositiveOrZero Long homeFen,
            @NotNull @PositiveOrZero Long hostFen,
            @NotNull @PositiveOrZero Long memberFen) {}

    /**
     * Other parts, and why.
     *
     * @param side for which institution, when the caller is registrar of both
     */
    record OverrideRequest(
            @Nullable @Pattern(regexp = "home|host") String side,
            @NotNull @Valid ProposedParts parts,
            @NotBlank @Size(max = 1000) String reason) {

        private @Nullable Side proposer() {
            return side == null ? null : Side.valueOf(side.toUpperCase(Locale.ROOT));
        }
    }

    /** Something to say along with a consent. */
    record OverrideNote(@Nullable @Size(max = 1000) String note) {}

    /** Why not. */
    record OverrideReason(@NotBlank @Size(max = 1000) String reason) {}

    /** A proposal as callers see it. */
    record OverrideResource(
            UUID id,
            long version,
            UUID incidentId,
            DamageParts parts,
            String reason,
            ShareOverride.State state,
            UUID proposedFor,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionNote) {

        private static OverrideResource of(ShareOverride one) {
            return new OverrideResource(
                    one.id(),
                    one.version(),
                    one.incidentId(),
                    DamageParts.of(one.parts()),
                    one.reason(),
                    one.state(),
                    one.proposedFor(),
                    one.proposedBy(),
                    one.proposedAt(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.decisionNote());
        }
    }

    /** All proposals of an incident, oldest first; an incident has few. */
    record OverrideList(List<OverrideResource> items) {}

    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    OverrideList list(@PathVariable UUID id, Caller caller) {
        var incident = incidents
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("incident.unknown", id));
        return new OverrideList(
                overrides.of(incident).stream().map(OverrideResource::of).toList());
    }

    @PostMapping
    @Requires(Role.REGISTRAR)
    ResponseEntity<OverrideResource> propose(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody OverrideRequest request,
            Caller caller) {
        ProposedParts parts = request.parts();
        ShareOverride proposed = management.propose(
                caller,
                id,
                expected,
                request.proposer(),
                new Parts(parts.homeFen(), parts.hostFen(), parts.memberFen()),
                request.reason());
        return ResponseEntity.created(URI.create("/v1/incidents/" + id + "/overrides"))
                .eTag(ExpectedVersion.etag(proposed.version()))
                .body(OverrideResource.of(proposed));
    }

    @PostMapping("/{overrideId}/consents")
    @Requires(Role.REGISTRAR)
    ResponseEntity<OverrideResource> consent(
            @PathVariable UUID id,
            @PathVariable UUID overrideId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody OverrideNote note,
            Caller caller) {
        return answer(management.consent(caller, id, overrideId, expected, note.note()));
    }

    @PostMapping("/{overrideId}/refusals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<OverrideResource> refuse(
            @PathVariable UUID id,
            @PathVariable UUID overrideId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody OverrideReason reason,
            Caller caller) {
        return answer(management.refuse(caller, id, overrideId, expected, reason.reason()));
    }

    @PostMapping("/{overrideId}/withdrawals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<OverrideResource> withdraw(
            @PathVariable UUID id,
            @PathVariable UUID overrideId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody OverrideReason reason,
            Caller caller) {
        return answer(management.withdraw(caller, id, overrideId, expected, reason.reason()));
    }

    private static ResponseEntity<OverrideResource> answer(ShareOverride settled) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(settled.version())).body(OverrideResource.of(settled));
    }
}
