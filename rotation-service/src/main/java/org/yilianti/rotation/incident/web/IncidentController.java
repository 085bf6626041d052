package org.yilianti.rotation.incident.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.Incident;
import org.yilianti.rotation.incident.IncidentFilter;
import org.yilianti.rotation.incident.IncidentManagement;
import org.yilianti.rotation.incident.IncidentStatus;
import org.yilianti.rotation.incident.Incidents;
import org.yilianti.rotation.incident.Severity;

/** Takes reports of incidents and carries them to their end. */
@RestController
@RequestMapping("/v1/incidents")
class IncidentController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final Incidents incidents;
    private final IncidentManagement management;
    private final Sights sights;

    IncidentController(Incidents incidents, IncidentManagement management, Sights sights) {
        this.incidents = incidents;
        this.management = management;
        this.sights = sights;
    }

    /** What was found, or why. */
    record IncidentNote(@NotBlank @Size(max = 2000) String note) {}

    /** What the damage came to, in fen. */
    record DamageFinding(
            @NotNull @PositiveOrZero Long damageFen,
            @NotBlank @Size(max = 2000) String note) {}

    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<IncidentResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID agreement,
            @RequestParam @Nullable UUID session,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String severity,
            PageRequest page,
            Caller caller) {
        var filter = new IncidentFilter(member, institution, agreement, session, status(status), severity(severity));
        return Page.of(incidents.list(sights.of(caller, READERS), filter, page), page, row -> Cursor.of(row.id()))
                .map(IncidentResource::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<IncidentResource> get(@PathVariable UUID id, Caller caller) {
        return answer(incidents
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("incident.unknown", id)));
    }

    @PostMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.STAFF})
    ResponseEntity<IncidentResource> report(@Valid @RequestBody IncidentRequest request, Caller caller) {
        Incident reported = management.report(caller, request.report());
        return ResponseEntity.created(URI.create("/v1/incidents/" + reported.id()))
                .eTag(ExpectedVersion.etag(reported.version()))
                .body(IncidentResource.of(reported));
    }

    @PostMapping("/{id}/reviews")
    @Requires(Role.REGISTRAR)
    ResponseEntity<IncidentResource> review(
            @PathVariable UUID id,
            @Valid @RequestBody IncidentNote note,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.review(caller, id, expected, note.note()));
    }

    /** Apportions the damage by the agreement in force at the time. */
    @PostMapping("/{id}/settlements")
    @Requires(Role.REGISTRAR)
    ResponseEntity<IncidentResource> settle(
            @PathVariable UUID id,
            @Valid @RequestBody DamageFinding finding,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.settle(caller, id, expected, Money.ofFen(finding.damageFen()), finding.note()));
    }

    @PostMapping("/{id}/closings")
    @Requires(Role.REGISTRAR)
    ResponseEntity<IncidentResource> close(
            @PathVariable UUID id,
            @Valid @RequestBody IncidentNote note,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.close(caller, id, expected, note.note()));
    }

    private static ResponseEntity<IncidentResource> answer(Incident incident) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(incident.version()))
                .body(IncidentResource.of(incident));
    }

    private static @Nullable IncidentStatus status(@Nullable String code) {
        return code == null
                ? null
                : IncidentStatus.ofCode(code)
                        .orElseThrow(() -> Refusal.malformed(
                                "request.status-unknown",
                                code,
                                Arrays.stream(IncidentStatus.values())
                                        .map(IncidentStatus::code)
                                        .toList()));
    }

    private static @Nullable Severity severity(@Nullable String code) {
        return code == null
                ? null
                : Severity.ofCode(code)
                        .orElseThrow(() -> Refusal.malformed(
                                "incident.unknown-severity",
                                code,
                                Arrays.stream(Severity.values())
                                        .map(Severity::code)
                                        .toList()));
    }
}
