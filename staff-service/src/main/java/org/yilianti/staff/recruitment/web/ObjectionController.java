package org.yilianti.staff.recruitment.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.recruitment.Objection;
import org.yilianti.staff.recruitment.ObjectionManagement;
import org.yilianti.staff.recruitment.ObjectionRepository;
import org.yilianti.staff.recruitment.Progress.Step;

/** What is said against rankings on public notice, and what becomes of it. */
@RestController
class ObjectionController {

    private static final Map<String, String> SORTABLE = Map.of("state", "o.state");

    private final ObjectionManagement management;
    private final ObjectionRepository objections;

    ObjectionController(ObjectionManagement management, ObjectionRepository objections) {
        this.management = management;
        this.objections = objections;
    }

    /** An objection as it is sent; without an application it concerns all of the ranking. */
    record ObjectionRequest(
            @Nullable UUID applicationId, @Nullable String statement) {}

    /** A decision as it is sent. */
    record ObjectionDecisionRequest(
            @Nullable Boolean upheld, @Nullable String reason) {}

    /** An objection as it is shown. */
    record ObjectionView(
            UUID id,
            long version,
            UUID campaignId,
            int round,
            @Nullable UUID applicationId,
            String statement,
            Instant recordedAt,
            String recordedBy,
            String state,
            @Nullable String decidedBy,
            @Nullable String reason) {

        static ObjectionView of(Objection objection) {
            return new ObjectionView(
                    objection.id(),
                    objection.version(),
                    objection.campaign(),
                    objection.round(),
                    objection.application(),
                    objection.statement(),
                    objection.recorded().at(),
                    objection.recorded().by(),
                    objection.state().code(),
                    Optional.ofNullable(objection.decided()).map(Step::by).orElse(null),
                    objection.reason());
        }
    }

    @GetMapping("/v1/recruitment-objections")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    Page<ObjectionView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "state", "o.id");
        var scope = caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR);
        var rows = objections.list(caller.association(), scope, campaign, state, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.state().code(), row.id()))
                .map(ObjectionView::of);
    }

    /** Records an objection during the public notice. */
    @PostMapping("/v1/recruitment-campaigns/{id}/objections")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ObjectionView> object(Caller caller, @PathVariable UUID id, @RequestBody ObjectionRequest request) {
        Entry entry = Entry.form("statement", request.statement());
        Objection recorded = management.record(Editor.of(caller, Role.HR_OFFICER), id, request.applicationId(), entry);
        return shown(ResponseEntity.status(HttpStatus.CREATED), recorded);
    }

    /** Decides an objection; never by who recorded it. One that is upheld reopens the ranking. */
    @PostMapping("/v1/recruitment-objections/{id}/decisions")
    @Requires(Role.REGISTRAR)
    ResponseEntity<ObjectionView> decide(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody ObjectionDecisionRequest request) {
        Entry entry = Entry.form("upheld", request.upheld(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.decide(Editor.of(caller, Role.REGISTRAR), id, expected, entry));
    }

    private static ResponseEntity<ObjectionView> shown(ResponseEntity.BodyBuilder answer, Objection objection) {
        return answer.eTag(ExpectedVersion.etag(objection.version())).body(ObjectionView.of(objection));
    }
}
