package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
import org.yilianti.rotation.service.RecordFilter;
import org.yilianti.rotation.service.RecordStatus;
import org.yilianti.rotation.service.ServiceManagement;
import org.yilianti.rotation.service.ServiceRecord;
import org.yilianti.rotation.service.ServiceRecords;

/** Takes, shows, confirms and disputes records of service. */
@RestController
@RequestMapping("/v1/service-records")
class RecordController {

    private final ServiceRecords records;
    private final ServiceManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    RecordController(ServiceRecords records, ServiceManagement management, Sights sights, ProblemFactory texts) {
        this.records = records;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    /** Why a record is not right. */
    record RecordDispute(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<RecordResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String status,
            PageRequest page,
            Caller caller) {
        var sight = sights.of(caller, Role.HR_OFFICER, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        var filter = new RecordFilter(institution, member, month(month), status(status));
        return Page.of(records.list(sight, filter, page), page, row -> Cursor.of(row.id()))
                .map(RecordResource::of);
    }

    @PostMapping
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    ResultsResource record(@Valid @RequestBody RecordsRequest request, Locale locale, Caller caller) {
        return ResultsResource.of(management.record(caller, request.entries()), texts, locale);
    }

    @PostMapping("/confirmations")
    @Requires(Role.HR_OFFICER)
    ResultsResource confirm(@Valid @RequestBody ConfirmationsRequest request, Locale locale, Caller caller) {
        return ResultsResource.of(management.confirm(caller, request.confirmations()), texts, locale);
    }

    @PostMapping("/{id}/disputes")
    @Requires({Role.STAFF, Role.HR_OFFICER})
    ResponseEntity<RecordResource> dispute(
            @PathVariable UUID id, @Valid @RequestBody RecordDispute dispute, Caller caller) {
        ServiceRecord disputed = management.dispute(caller, id, dispute.reason());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(disputed.version()))
                .body(RecordResource.of(disputed));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.malformed("request.month-malformed", text);
        }
    }

    private static @Nullable RecordStatus status(@Nullable String code) {
        try {
            return code == null ? null : RecordStatus.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(RecordStatus.values()).map(RecordStatus::code).toList());
        }
    }
}
