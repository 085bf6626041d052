package org.yilianti.rotation.agreement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.agreement.AgreementFilter;
import org.yilianti.rotation.agreement.AgreementManagement;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;

/** Shows agreements; suspends, resumes, insures and ends them. */
@RestController
@RequestMapping("/v1/practice-agreements")
class AgreementController {

    private static final Role[] READERS = {
        Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final PracticeAgreements agreements;
    private final AgreementManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    AgreementController(
            PracticeAgreements agreements, AgreementManagement management, Sights sights, ProblemFactory texts) {
        this.agreements = agreements;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    /** Why and from when an agreement ends before its term. */
    record AgreementEnding(
            @NotNull @InEra LocalDate from,
            @NotBlank @Size(max = 200) String reason) {}

    /** Why and from when an agreement is suspended by decision. */
    record AgreementSuspension(
            @NotNull @InEra LocalDate from,
            @NotBlank @Size(max = 200) String reason) {}

    /**
     * An insurance policy that takes the place of the one before.
     *
     * @param validFrom first day on which the agreement rests on it; today when absent
     * @param validTo day after its last
     */
    record RenewedInsurance(
            @NotBlank @Size(max = 100) String policyNumber,
            @NotBlank @Size(max = 200) String insurer,
            @NotNull @Positive Long coverFen,
            @InEra @Nullable LocalDate validFrom,
            @NotNull @InEra LocalDate validTo) {

        private Insurance insurance() {
            return new Insurance(policyNumber, insurer, Money.ofFen(coverFen), validTo);
        }
    }

    @GetMapping
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<AgreementResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable LocalDate endsBefore,
            @RequestParam @Nullable LocalDate insuredBefore,
            PageRequest page,
            Locale locale,
            Caller caller) {
        Sight sight = sights.of(caller, READERS);
        var filter = new AgreementFilter(member, institution, status(status), endsBefore, insuredBefore);
        List<PracticeAgreement> rows = agreements.list(sight, filter, page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> AgreementResource.of(row, texts, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<AgreementResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        PracticeAgreement found = agreements
                .find(sights.of(caller, READERS), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
        return answer(found, locale);
    }

    @PostMapping("/{id}/endings")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AgreementResource> end(
            @PathVariable UUID id,
            @Valid @RequestBody AgreementEnding ending,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.end(caller, id, expected, ending.from(), ending.reason()), locale);
    }

    @PostMapping("/{id}/suspensions")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AgreementResource> suspend(
            @PathVariable UUID id,
            @Valid @RequestBody AgreementSuspension suspension,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.suspend(caller, id, expected, suspension.from(), suspension.reason()), locale);
    }

    @PostMapping("/{id}/resumptions")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AgreementResource> resume(
            @PathVariable UUID id, @Nullable ExpectedVersion expected, Locale locale, Caller caller) {
        return answer(management.resume(caller, id, expected), locale);
    }

    @PostMapping("/{id}/insurances")
    @Requires(Role.REGISTRAR)
    ResponseEntity<AgreementResource> insure(
            @PathVariable UUID id,
            @Valid @RequestBody RenewedInsurance insurance,
            @Nullable ExpectedVersion expected,
            Locale locale,
            Caller caller) {
        return answer(management.insure(caller, id, expected, insurance.insurance(), insurance.validFrom()), locale);
    }

    private ResponseEntity<AgreementResource> answer(PracticeAgreement agreement, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(agreement.version()))
                .body(AgreementResource.of(agreement, texts, locale));
    }

    static @Nullable AgreementStatus status(@Nullable String code) {
        try {
            return code == null ? null : AgreementStatus.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("request.status-unknown", code, List.of("active", "suspended", "ended"));
        }
    }
}
