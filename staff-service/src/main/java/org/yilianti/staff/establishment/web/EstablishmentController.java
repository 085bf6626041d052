package org.yilianti.staff.establishment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.establishment.EstablishmentManagement;
import org.yilianti.staff.establishment.StaffingFinding;
import org.yilianti.staff.establishment.StaffingReport;
import org.yilianti.staff.establishment.web.PostView.PermitView;
import org.yilianti.staff.listing.SortOrder;

/** The establishment, its vacancies, and how staff compares with the standards. */
@RestController
class EstablishmentController {

    private static final Map<String, String> SORTABLE = Map.of("institutionCode", "at_i.code");

    private final EstablishmentManagement management;
    private final EstablishmentDirectory directory;
    private final StaffingReport report;
    private final AssociationCalendar calendar;

    EstablishmentController(
            EstablishmentManagement management,
            EstablishmentDirectory directory,
            StaffingReport report,
            AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.report = report;
        this.calendar = calendar;
    }

    /** A permit as it is sent; it always has an end. */
    record PermitRequest(
            @Nullable Integer extra,
            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form("extra", extra, "validFrom", validFrom, "validTo", validTo, "reason", reason);
        }
    }

    /** Lines in force on a day, today unless {@code asOf} names one, with who holds them then. */
    @GetMapping("/v1/authorised-posts")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION})
    Page<PostView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "institutionCode", "p.id");
        LocalDate day = asOf == null ? calendar.today() : asOf;
        var rows = directory.list(caller.association(), seen(caller), institution, day, order, page);
        return Page.of(
                        rows,
                        page,
                        row -> SortOrder.cursor(
                                row.post().institution().code(), row.post().id()))
                .map(PostView::of);
    }

    @PostMapping("/v1/authorised-posts")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<PostView> authorise(Caller caller, @RequestBody PostRequest request) {
        AuthorisedPost post = management.authorise(Editor.of(caller, Role.HR_OFFICER), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/authorised-posts/" + post.id())), post);
    }

    @PutMapping("/v1/authorised-posts/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<PostView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody PostRequest request) {
        AuthorisedPost post = management.revise(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry());
        return shown(ResponseEntity.ok(), post);
    }

    /** The association lets an institution employ more people than the line says, for a term and a reason. */
    @PostMapping("/v1/authorised-posts/{id}/permits")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<PermitView> permit(Caller caller, @PathVariable UUID id, @RequestBody PermitRequest request) {
        return ResponseEntity.created(URI.create("/v1/authorised-posts/" + id))
                .body(PermitView.of(management.permit(Editor.of(caller, Role.ASSOCIATION_ADMIN), id, request.entry())));
    }

    /** Actual, required and gap by rule as of a day, and with {@code knownAt} as was believed then. */
    @GetMapping("/v1/staffing-reports")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    Page<StaffingFinding> staffing(
            Caller caller,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant knownAt) {
        LocalDate day = asOf == null ? calendar.today() : asOf;
        return new Page<>(report.findings(caller.association(), seen(caller), institution, day, knownAt), null);
    }

    private static InstitutionScope seen(Caller caller) {
        return caller.scope(
                Role.ASSOCIATION_ADMIN,
                Role.HR_OFFICER,
                Role.REGISTRAR,
                Role.EVALUATOR,
                Role.AUDITOR,
                Role.INTEGRATION);
    }

    private ResponseEntity<PostView> shown(ResponseEntity.BodyBuilder answer, AuthorisedPost post) {
        return answer.eTag(ExpectedVersion.etag(post.version()))
                .body(PostView.of(
                        directory.filled(List.of(post), calendar.today()).getFirst()));
    }
}
