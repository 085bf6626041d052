package org.yilianti.staff.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
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
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.assessment.Assessment;
import org.yilianti.staff.assessment.AssessmentDirectory;
import org.yilianti.staff.assessment.AssessmentFilter;
import org.yilianti.staff.assessment.AssessmentManagement;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;

/** Periodic assessments. */
@RestController
@RequestMapping("/v1/assessments")
class AssessmentController {

    private static final Map<String, String> SORTABLE = Map.of("heldOn", "s.held_on");

    private final AssessmentManagement management;
    private final AssessmentDirectory directory;
    private final AssociationCalendar calendar;

    AssessmentController(AssessmentManagement management, AssessmentDirectory directory, AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** A result as it is sent; suspendedFrom is the first day of what follows from a failure, today unless named. */
    record AssessmentRequest(
            @Nullable UUID licenceId,
            @Nullable @Schema(format = "date") String heldOn,

            @Nullable @Schema(allowableValues = {"passed", "failed"})
            String result,

            @Nullable @Schema(format = "date") String suspendedFrom,
            @Nullable String note) {

        Entry entry() {
            return Entry.form("heldOn", heldOn, "result", result, "suspendedFrom", suspendedFrom, "note", note);
        }
    }

    /** An annulment as it is sent. */
    record AssessmentAnnulmentRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<AssessmentView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable UUID licence,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "heldOn", "s.id");
        AssessmentFilter filter = new AssessmentFilter(member, licence, status);
        var rows = directory.list(caller.association(), Sight.of(caller, calendar.today()), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.outcome().heldOn(), row.id()))
                .map(AssessmentView::of);
    }

    @GetMapping("/{id}")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    ResponseEntity<AssessmentView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), Sight.of(caller, calendar.today()), id)
                        .orElseThrow(() -> Refusal.notFound("assessment.unknown", id)));
    }

    /** Records a result; the repeat of a failed one is recognised as such. */
    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<AssessmentView> record(Caller caller, @RequestBody AssessmentRequest request) {
        UUID licence = request.licenceId();
        if (licence == null) {
            throw Refusal.invalid("required").at("/licenceId");
        }
        Assessment recorded =
                management.record(Editor.of(caller, Role.HR_OFFICER), new LicenceId(licence), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/assessments/" + recorded.id())), recorded);
    }

    /** Annuls the latest result of a licence and takes back what followed from it. */
    @PostMapping("/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<AssessmentView> annul(
            Caller caller, @PathVariable UUID id, @RequestBody AssessmentAnnulmentRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.annul(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private static ResponseEntity<AssessmentView> shown(ResponseEntity.BodyBuilder answer, Assessment assessment) {
        return answer.eTag(ExpectedVersion.etag(assessment.version())).body(AssessmentView.of(assessment));
    }
}
