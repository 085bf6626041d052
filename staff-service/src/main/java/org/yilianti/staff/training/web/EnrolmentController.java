package org.yilianti.staff.training.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
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
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Enrolment;
import org.yilianti.staff.training.EnrolmentDirectory;
import org.yilianti.staff.training.EnrolmentManagement;

/** Who takes part in sessions, and how it went. */
@RestController
@RequestMapping("/v1/training-enrolments")
class EnrolmentController {

    private static final Map<String, String> SORTABLE = Map.of("rank", "coalesce(e.place_no, 0)");

    private final EnrolmentManagement management;
    private final EnrolmentDirectory directory;
    private final AssociationCalendar calendar;

    EnrolmentController(EnrolmentManagement management, EnrolmentDirectory directory, AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** An application as it is sent; priority is how much the institution recommends the person, 0 to 10. */
    record EnrolmentRequest(
            @Nullable UUID sessionId,
            @Nullable UUID memberId,
            @Nullable BigDecimal priority) {}

    /** Nothing needs to be said to withdraw. */
    record WithdrawalRequest() {}

    /** A result as it is sent. */
    record EnrolmentResultRequest(
            @Nullable BigDecimal attendedPercent,

            @Nullable @Schema(allowableValues = {"passed", "failed"})
            String assessment,

            @Nullable String note) {}

    /** Why a result is taken back. */
    record ReopeningRequest(@Nullable String reason) {}

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
    Page<EnrolmentView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID session,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "rank", "e.id");
        var filter = new EnrolmentDirectory.Filter(session, member, institution, state);
        var rows = directory.list(caller.association(), sight(caller), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(rank(row), row.id())).map(EnrolmentView::of);
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
    ResponseEntity<EnrolmentView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), sight(caller), id)
                        .orElseThrow(() -> Refusal.notFound("enrolment.unknown", id)));
    }

    /** Applies for somebody of one's own institutions. */
    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<EnrolmentView> apply(Caller caller, @RequestBody EnrolmentRequest request) {
        UUID session = request.sessionId();
        UUID member = request.memberId();
        if (session == null || member == null) {
            throw Refusal.invalid("required").at(session == null ? "/sessionId" : "/memberId");
        }
        Entry entry = Entry.form("priority", request.priority() == null ? BigDecimal.ZERO : request.priority());
        Enrolment applied = management.apply(Editor.of(caller, Role.HR_OFFICER), new MemberId(member), session, entry);
        return shown(ResponseEntity.created(URI.create("/v1/training-enrolments/" + applied.id())), applied);
    }

    @PostMapping("/{id}/withdrawals")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<EnrolmentView> withdraw(
            Caller caller, @PathVariable UUID id, @RequestBody WithdrawalRequest request) {
        return shown(ResponseEntity.ok(), management.withdraw(Editor.of(caller, Role.HR_OFFICER), id));
    }

    /** Records attendance and assessment; for the institution that held the course. */
    @PostMapping("/{id}/results")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<EnrolmentView> end(
            Caller caller, @PathVariable UUID id, @RequestBody EnrolmentResultRequest request) {
        Entry entry = Entry.form(
                "attendedPercent",
                request.attendedPercent(),
                "assessment",
                request.assessment(),
                "note",
                request.note());
        return shown(ResponseEntity.ok(), management.end(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    /** Takes a wrong result back, with its credits. */
    @PostMapping("/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<EnrolmentView> reopen(Caller caller, @PathVariable UUID id, @RequestBody ReopeningRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.reopen(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller, calendar.today());
    }

    /** Without a selection all come in the order of their applications, which that of the ids is. */
    private static int rank(Enrolment enrolment) {
        var standing = enrolment.standing();
        return standing == null ? 0 : standing.rank();
    }

    private static ResponseEntity<EnrolmentView> shown(ResponseEntity.BodyBuilder answer, Enrolment enrolment) {
        return answer.eTag(ExpectedVersion.etag(enrolment.version())).body(EnrolmentView.of(enrolment));
    }
}
