package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.service.RecordReviewManagement;
import org.yilianti.rotation.service.RecordReviewManagement.Confirmation;
import org.yilianti.rotation.service.Resolution.Outcome;
import org.yilianti.rotation.service.ServiceRecord;

/** Confirms and disputes records of service, and resolves what is open. */
@RestController
@RequestMapping("/v1/service-records")
class ReviewController {

    private final RecordReviewManagement management;
    private final ProblemFactory texts;

    ReviewController(RecordReviewManagement management, ProblemFactory texts) {
        this.management = management;
        this.texts = texts;
    }

    /** Which version was looked at, when it matters. */
    record RecordConfirmation(@Nullable Long version) {}

    /** Why a record is not right. */
    record RecordDispute(@NotBlank @Size(max = 1000) String reason) {}

    /** Whether the record stands, and why. */
    record ResolutionRequest(
            @NotNull @Pattern(regexp = "accepted|refused") String outcome,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable Long version) {}

    @PostMapping("/confirmations")
    @Requires(Role.HR_OFFICER)
    ResultsResource confirm(@Valid @RequestBody ConfirmationsRequest request, Locale locale, Caller caller) {
        return ResultsResource.of(management.confirm(caller, request.confirmations()), texts, locale);
    }

    @PostMapping("/{id}/confirmations")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<RecordResource> confirm(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody RecordConfirmation request,
            Locale locale,
            Caller caller) {
        return answer(management.confirm(caller, expected, new Confirmation(id, request.version())), locale);
    }

    @PostMapping("/{id}/disputes")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<RecordResource> dispute(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody RecordDispute dispute,
            Locale locale,
            Caller caller) {
        return answer(management.dispute(caller, id, expected, dispute.reason()), locale);
    }

    @PostMapping("/{id}/resolutions")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<RecordResource> resolve(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody ResolutionRequest request,
            Locale locale,
            Caller caller) {
        Outcome outcome = Outcome.valueOf(request.outcome().toUpperCase(Locale.ROOT));
        return answer(management.resolve(caller, id, expected, request.version(), outcome, request.reason()), locale);
    }

    private ResponseEntity<RecordResource> answer(ServiceRecord record, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(record.version()))
                .body(RecordResource.of(record, texts, locale));
    }
}
