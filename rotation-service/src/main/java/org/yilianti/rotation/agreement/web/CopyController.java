package org.yilianti.rotation.agreement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import org.yilianti.platform.idempotency.WithoutIdempotencyKey;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementCopies;
import org.yilianti.rotation.agreement.AgreementCopies.Verification;
import org.yilianti.rotation.agreement.AgreementCopy;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementVersion;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Sights;

/** Prints agreements, and tells whether a printed one is true and in force. */
@RestController
@RequestMapping("/v1/practice-agreements/{id}")
class CopyController {

    private static final Role[] READERS = {
        Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final PracticeAgreements agreements;
    private final AgreementCopies copies;
    private final Sights sights;

    CopyController(PracticeAgreements agreements, AgreementCopies copies, Sights sights) {
        this.agreements = agreements;
        this.copies = copies;
        this.sights = sights;
    }

    /** The fingerprint printed at the foot of a copy. */
    record FingerprintRequest(
            @NotBlank @Pattern(regexp = "[0-9a-fA-F]{64}") String fingerprint) {}

    /**
     * What the fingerprint says.
     *
     * @param genuine whether it is of a version of this agreement; the rest is null when not
     * @param inForce whether that version is in force today and the agreement stands
     */
    record FingerprintVerdict(
            boolean genuine,
            @Nullable Integer version,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean inForce,
            LocalDate today,
            AgreementStatus status,
            int lastVersion) {

        private static FingerprintVerdict of(PracticeAgreement agreement, Verification said) {
            AgreementVersion version = said.version();
            return new FingerprintVerdict(
                    version != null,
                    version == null ? null : version.number(),
                    version == null ? null : version.effectiveFrom(),
                    version == null ? null : agreement.effectiveTo(version),
                    said.inForce(),
                    said.today(),
                    agreement.standing().status(),
                    agreement.versions().size());
        }
    }

    /** @param version the one in force today, or else the last, when absent */
    @GetMapping(value = "/document", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<byte[]> document(@PathVariable UUID id, @RequestParam @Nullable Integer version, Caller caller) {
        AgreementCopy copy = copies.of(agreement(id, caller), version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("practice-agreement-%s-%d.pdf"
                                        .formatted(id, copy.version().number()))
                                .build()
                                .toString())
                .body(AgreementPdf.of(copy));
    }

    /** A question, not a change. */
    @PostMapping("/fingerprint-verifications")
    @WithoutIdempotencyKey
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    FingerprintVerdict verify(@PathVariable UUID id, @Valid @RequestBody FingerprintRequest request, Caller caller) {
        PracticeAgreement agreement = agreement(id, caller);
        return FingerprintVerdict.of(agreement, copies.verify(agreement, request.fingerprint()));
    }

    private PracticeAgreement agreement(UUID id, Caller caller) {
        return agreements
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
    }
}
