package org.yilianti.rotation.agreement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.agreement.Amendment;
import org.yilianti.rotation.agreement.AmendmentManagement;
import org.yilianti.rotation.agreement.Amendments;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.agreement.Side;
import org.yilianti.rotation.directory.Sights;

/** Changes terms by both sides' consent, and shows what was ever agreed. */
@RestController
@RequestMapping("/v1/practice-agreements/{id}")
class AmendmentController {

    private static final Role[] READERS = {
        Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final PracticeAgreements agreements;
    private final Amendments amendments;
    private final AmendmentManagement management;
    private final Sights sights;

    AmendmentController(
            PracticeAgreements agreements, Amendments amendments, AmendmentManagement management, Sights sights) {
        this.agreements = agreements;
        this.amendments = amendments;
        this.management = management;
        this.sights = sights;
    }

    /**
     * Other terms and from when on.
     *
     * @param side for which institution, when the caller is registrar of both
     */
    record AmendmentRequest(
            @Nullable @Pattern(regexp = "home|host") String side,
            @NotNull @InEra LocalDate effectiveFrom,
            @NotBlank @Size(max = 1000) String reason,
            @NotNull @Valid TermsRequest terms) {

        private @Nullable Side proposer() {
            return side == null ? null : Side.valueOf(side.toUpperCase(Locale.ROOT));
        }
    }

    /** Something to say along with a consent. */
    record AmendmentNote(@Nullable @Size(max = 1000) String note) {}

    /** Why not. */
    record AmendmentReason(@NotBlank @Size(max = 1000) String reason) {}

    /** All proposals of an agreement, oldest first; an agreement has few. */
    record AmendmentList(List<AmendmentResource> items) {}

    @GetMapping("/versions")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    VersionsResource versions(@PathVariable UUID id, Caller caller) {
        return VersionsResource.of(agreement(id, caller));
    }

    @GetMapping("/amendments")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    AmendmentList amendments(@PathVariable UUID id, Caller caller) {
        return new AmendmentList(amendments.of(agreement(id, caller)).stream()
                .map(AmendmentResource::of)
                .toList());
    }

    @PostMapping("/amendments")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AmendmentResource> propose(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody AmendmentRequest request,
            Caller caller) {
        Amendment proposed = management.propose(
                caller,
                id,
                expected,
                request.proposer(),
                request.effectiveFrom(),
                request.terms().terms(),
                request.reason());
        return ResponseEntity.created(URI.create("/v1/practice-agreements/" + id + "/amendments"))
                .eTag(ExpectedVersion.etag(proposed.version()))
                .body(AmendmentResource.of(proposed));
    }

    @PostMapping("/amendments/{amendmentId}/consents")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AmendmentResource> consent(
            @PathVariable UUID id,
            @PathVariable UUID amendmentId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody AmendmentNote note,
            Caller caller) {
        return answer(management.consent(caller, id, amendmentId, expected, note.note()));
    }

    @PostMapping("/amendments/{amendmentId}/refusals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AmendmentResource> refuse(
            @PathVariable UUID id,
            @PathVariable UUID amendmentId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody AmendmentReason reason,
            Caller caller) {
        return answer(management.refuse(caller, id, amendmentId, expected, reason.reason()));
    }

    @PostMapping("/amendments/{amendmentId}/withdrawals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AmendmentResource> withdraw(
            @PathVariable UUID id,
            @PathVariable UUID amendmentId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody AmendmentReason reason,
            Caller caller) {
        return answer(management.withdraw(caller, id, amendmentId, expected, reason.reason()));
    }

    private static ResponseEntity<AmendmentResource> answer(Amendment settled) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(settled.version())).body(AmendmentResource.of(settled));
    }

    private PracticeAgreement agreement(UUID id, Caller caller) {
        return agreements
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
    }
}
