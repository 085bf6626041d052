package org.yilianti.rotation.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.programme.ProgrammeKind;
import org.yilianti.rotation.programme.ProgrammeManagement;
import org.yilianti.rotation.programme.ProgrammeManagement.PlannedBlock;
import org.yilianti.rotation.programme.ProgrammeTerms;
import org.yilianti.rotation.programme.RotationProgramme;
import org.yilianti.rotation.programme.RotationProgrammes;

/** Sets up programmes of rotation and plans their blocks. */
@RestController
@RequestMapping("/v1/rotation-programmes")
class ProgrammeController {

    private static final Role[] READERS = {
        Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final RotationProgrammes programmes;
    private final ProgrammeManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    ProgrammeController(
            RotationProgrammes programmes, ProgrammeManagement management, Sights sights, ProblemFactory texts) {
        this.programmes = programmes;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    /** A programme as callers see it. */
    record ProgrammeResource(
            UUID id, long version, String name, ProgrammeKind kind, boolean closed, ProgrammeTerms terms) {

        static ProgrammeResource of(RotationProgramme programme) {
            return new ProgrammeResource(
                    programme.id(),
                    programme.version(),
                    programme.name(),
                    programme.kind(),
                    programme.closed(),
                    programme.terms());
        }
    }

    /** The first day of the block to plan. */
    record BlockOrder(@NotNull @InEra LocalDate from) {}

    /** Nothing needs to be said to close. */
    record ProgrammeClosing() {}

    /** What planning gave: proposals, posts that stay empty and why, and heads missing to the least quotas, by tier. */
    record BlockProposal(
            List<PostingResource> proposed, List<EmptyPosts> vacancies, Map<String, Integer> missedQuotas) {}

    /** Posts without anybody, and how many people each reason keeps from them. */
    record EmptyPosts(UUID institutionId, int posts, List<KeptFrom> reasons) {}

    /** A reason in the caller's language. */
    record KeptFrom(String code, String message, int people) {}

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    Page<ProgrammeResource> list(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Boolean closed,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        programmes.list(sights.inScope(caller, READERS), kind(kind), closed, page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(ProgrammeResource::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ProgrammeResource> get(@PathVariable UUID id, Caller caller) {
        return answer(programmes
                .find(sights.inScope(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("programme.unknown", id)));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ProgrammeResource> make(@Valid @RequestBody ProgrammeOrder order, Caller caller) {
        RotationProgramme made = management.make(caller, order.name(), order.kind(), order.terms());
        return ResponseEntity.created(URI.create("/v1/rotation-programmes/" + made.id()))
                .eTag(ExpectedVersion.etag(made.version()))
                .body(ProgrammeResource.of(made));
    }

    /** Proposes, exactly, who goes where in a block; both sides then decide on each proposal. */
    @PostMapping("/{id}/proposals")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<BlockProposal> plan(
            @PathVariable UUID id, @Valid @RequestBody BlockOrder order, Locale locale, Caller caller) {
        PlannedBlock planned = management.plan(caller, id, order.from());
        ProgrammeTerms terms = programmes
                .find(sights.inScope(caller, READERS), id)
                .orElseThrow()
                .terms();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new BlockProposal(
                        planned.proposed().stream().map(PostingResource::of).toList(),
                        planned.vacancies().stream()
                                .map(empty -> new EmptyPosts(
                                        terms.places().get(empty.place()).institutionId(),
                                        empty.posts(),
                                        reasons(empty.reasons(), locale)))
                                .toList(),
                        planned.missedQuotas()));
    }

    /** No further postings come of it; those that stand go on. */
    @PostMapping("/{id}/closings")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    ResponseEntity<ProgrammeResource> close(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ProgrammeClosing nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.close(caller, id, expected));
    }

    private List<KeptFrom> reasons(Map<String, Integer> reasons, Locale locale) {
        return reasons.entrySet().stream()
                .map(one ->
                        new KeptFrom(one.getKey(), texts.text("rule." + one.getKey(), null, locale), one.getValue()))
                .toList();
    }

    private static ResponseEntity<ProgrammeResource> answer(RotationProgramme programme) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(programme.version()))
                .body(ProgrammeResource.of(programme));
    }

    private static @Nullable ProgrammeKind kind(@Nullable String code) {
        try {
            return code == null ? null : ProgrammeKind.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(ProgrammeKind.values())
                            .map(ProgrammeKind::code)
                            .toList());
        }
    }
}
