package org.yilianti.rotation.service.web;

import jakarta.validation.Valid;
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
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.service.RecordRevisions;
import org.yilianti.rotation.service.ServiceManagement;
import org.yilianti.rotation.service.ServiceRecord;
import org.yilianti.rotation.service.ServiceRecords;

/** Takes, shows and corrects records of service. */
@RestController
@RequestMapping("/v1/service-records")
class RecordController {

    private static final Role[] READERS = {
        Role.HR_OFFICER, Role.REGISTRAR, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final ServiceRecords records;
    private final RecordRevisions revisions;
    private final ServiceManagement management;
    private final Sights sights;
    private final ProblemFactory texts;

    RecordController(
            ServiceRecords records,
            RecordRevisions revisions,
            ServiceManagement management,
            Sights sights,
            ProblemFactory texts) {
        this.records = records;
        this.revisions = revisions;
        this.management = management;
        this.sights = sights;
        this.texts = texts;
    }

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<RecordResource> list(
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Boolean flagged,
            PageRequest page,
            Locale locale,
            Caller caller) {
        var filter = new RecordQuery(institution, member, month, status, kind, flagged).filter();
        return Page.of(records.list(sight(caller), filter, page), page, row -> Cursor.of(row.id()))
                .map(record -> RecordResource.of(record, texts, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<RecordResource> get(@PathVariable UUID id, Locale locale, Caller caller) {
        return answer(found(sight(caller), id), locale);
    }

    @GetMapping("/{id}/revisions")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.INTEGRATION, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    RevisionResource revisions(@PathVariable UUID id, Locale locale, Caller caller) {
        Sight sight = sight(caller);
        found(sight, id);
        return RevisionResource.of(revisions.of(sight, id), texts, locale);
    }

    @PostMapping
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    ResultsResource record(@Valid @RequestBody RecordsRequest request, Locale locale, Caller caller) {
        return ResultsResource.of(management.record(caller, request.entries()), texts, locale);
    }

    /** What the record said before is kept as a revision. */
    @PostMapping("/{id}/corrections")
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    ResponseEntity<RecordResource> correct(
            @PathVariable UUID id, @Valid @RequestBody CorrectionRequest correction, Locale locale, Caller caller) {
        return answer(
                management.correct(
                        caller,
                        id,
                        new ExpectedVersion(correction.version()),
                        correction.serviceKind(),
                        correction.startedAt(),
                        correction.endedAt(),
                        correction.reason()),
                locale);
    }

    private ServiceRecord found(Sight sight, UUID id) {
        return records.find(sight, id).orElseThrow(() -> Refusal.notFound("service-record.unknown-record", id));
    }

    private Sight sight(Caller caller) {
        return sights.of(caller, READERS);
    }

    private ResponseEntity<RecordResource> answer(ServiceRecord record, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(record.version()))
                .body(RecordResource.of(record, texts, locale));
    }
}
