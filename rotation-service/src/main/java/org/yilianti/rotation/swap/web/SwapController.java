package org.yilianti.rotation.swap.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Handovers;
import org.yilianti.rotation.swap.DutySwap;
import org.yilianti.rotation.swap.DutySwaps;
import org.yilianti.rotation.swap.SwapManagement;
import org.yilianti.rotation.swap.SwapState;

/** Offers, accepts and approves swaps. */
@RestController
@RequestMapping("/v1/duty-swaps")
class SwapController {

    private final DutySwaps swaps;
    private final SwapManagement management;
    private final Handovers handovers;
    private final Sights sights;
    private final ProblemFactory texts;

    SwapController(
            DutySwaps swaps, SwapManagement management, Handovers handovers, Sights sights, ProblemFactory texts) {
        this.swaps = swaps;
        this.management = management;
        this.handovers = handovers;
        this.sights = sights;
        this.texts = texts;
    }

    /** One's own duty for a colleague's, or (without {@code wantedDutyId}) for nothing. */
    record SwapOffer(
            @NotNull UUID offeredDutyId,
            @NotNull UUID partnerMemberId,
            @Nullable UUID wantedDutyId) {}

    /** Something to say along. */
    record SwapNote(@Nullable @Size(max = 1000) String reason) {}

    /** Why a swap is not approved. */
    record SwapRefusal(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    @Requires({Role.SCHEDULER, Role.STAFF})
    Page<SwapResource> list(@RequestParam @Nullable String state, PageRequest page, Caller caller) {
        return Page.of(
                        swaps.list(sights.of(caller, Role.SCHEDULER), state(state), page),
                        page,
                        row -> Cursor.of(row.id()))
                .map(swap -> SwapResource.of(swap, List.of()));
    }

    @GetMapping("/{id}")
    @Requires({Role.SCHEDULER, Role.STAFF})
    ResponseEntity<SwapResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        return answer(
                swaps.find(sights.of(caller, Role.SCHEDULER), id)
                        .orElseThrow(() -> Refusal.notFound("swap.unknown", id)),
                locale);
    }

    @PostMapping
    @Requires(Role.STAFF)
    ResponseEntity<SwapResource> ask(@Valid @RequestBody SwapOffer offer, Locale locale, Caller caller) {
        DutySwap asked = management.ask(caller, offer.offeredDutyId(), offer.partnerMemberId(), offer.wantedDutyId());
        return ResponseEntity.created(URI.create("/v1/duty-swaps/" + asked.id()))
                .eTag(ExpectedVersion.etag(asked.version()))
                .body(resource(asked, locale));
    }

    @PostMapping("/{id}/acceptances")
    @Requires(Role.STAFF)
    ResponseEntity<SwapResource> accept(
            @PathVariable UUID id,
            @Valid @RequestBody SwapNote note,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.accept(caller, id, expected), locale);
    }

    @PostMapping("/{id}/declines")
    @Requires(Role.STAFF)
    ResponseEntity<SwapResource> decline(
            @PathVariable UUID id,
            @Valid @RequestBody SwapNote note,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.decline(caller, id, expected, note.reason()), locale);
    }

    @PostMapping("/{id}/withdrawals")
    @Requires(Role.STAFF)
    ResponseEntity<SwapResource> withdraw(
            @PathVariable UUID id,
            @Valid @RequestBody SwapNote note,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.withdraw(caller, id, expected, note.reason()), locale);
    }

    @PostMapping("/{id}/approvals")
    @Requires(Role.SCHEDULER)
    ResponseEntity<SwapResource> approve(
            @PathVariable UUID id,
            @Valid @RequestBody SwapNote note,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.approve(caller, id, expected), locale);
    }

    @PostMapping("/{id}/refusals")
    @Requires(Role.SCHEDULER)
    ResponseEntity<SwapResource> refuse(
            @PathVariable UUID id,
            @Valid @RequestBody SwapRefusal refusal,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.refuse(caller, id, expected, refusal.reason()), locale);
    }

    private ResponseEntity<SwapResource> answer(DutySwap swap, Locale locale) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(swap.version())).body(resource(swap, locale));
    }

    private SwapResource resource(DutySwap swap, Locale locale) {
        return SwapResource.of(
                swap,
                swap.state().pending()
                        ? handovers.preview(swap.association(), swap.handovers()).stream()
                                .map(one -> new SwapResource.SwapObstacle(
                                        one.code(), texts.text(one.code(), one.args(), locale)))
                                .toList()
                        : List.of());
    }

    private static @Nullable SwapState state(@Nullable String code) {
        try {
            return code == null ? null : SwapState.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(SwapState.values()).map(SwapState::code).toList());
        }
    }
}
