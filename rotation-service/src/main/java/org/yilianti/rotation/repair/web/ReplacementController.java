package org.yilianti.rotation.repair.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.repair.RepairManagement;
import org.yilianti.rotation.repair.Replacements;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.web.DutyResource;

/** Shows who could take a duty over, and carries a choice out. */
@RestController
@RequestMapping("/v1/duties/{id}/replacements")
class ReplacementController {

    private final Duties duties;
    private final Replacements replacements;
    private final RepairManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    ReplacementController(
            Duties duties,
            Replacements replacements,
            RepairManagement management,
            Sights sights,
            ProblemFactory texts) {
        this.duties = duties;
        this.replacements = replacements;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    /** The moves of an offered replacement, as they were offered. */
    record ChosenReplacement(@NotEmpty @Size(max = 5) List<@Valid @NotNull ChosenMove> moves) {}

    /**
     * A duty that is to change hands.
     *
     * @param fromMemberId who is believed to have it, null for nobody
     * @param version the duty's as it was offered, when it matters
     */
    record ChosenMove(
            @NotNull UUID dutyId,
            @Nullable UUID fromMemberId,
            @NotNull UUID memberId,
            @Nullable Long version) {}

    /** The duties as they are now. */
    record RepairedDuties(List<DutyResource> items) {}

    /** The best first; a list by rank, so {@code limit} alone bounds it and there is no next page. The ETag is the duty's. */
    @GetMapping
    @Requires(Role.SCHEDULER)
    ResponseEntity<ReplacementResource> list(@PathVariable UUID id, PageRequest page, Locale locale, Caller caller) {
        Duty duty = duties.find(sights.inScope(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("duty.unknown", id));
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(duty.version()))
                .body(ReplacementResource.of(id, replacements.of(duty, page.limit()), texts, locale));
    }

    @PostMapping
    @Requires(Role.SCHEDULER)
    RepairedDuties apply(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody ChosenReplacement chosen,
            Caller caller) {
        List<Handover> moves = chosen.moves().stream()
                .map(move -> new Handover(move.dutyId(), move.fromMemberId(), move.memberId(), move.version()))
                .toList();
        return new RepairedDuties(management.apply(caller, id, expected, moves).stream()
                .map(DutyResource::of)
                .toList());
    }
}
