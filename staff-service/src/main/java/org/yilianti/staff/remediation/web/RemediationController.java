package org.yilianti.staff.remediation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
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
import org.yilianti.staff.remediation.DecidedEndRepository;
import org.yilianti.staff.remediation.RemediationCase;
import org.yilianti.staff.remediation.RemediationDirectory;
import org.yilianti.staff.remediation.RemediationManagement;
import org.yilianti.staff.remediation.RemediationTasks;

/** Cases of people who lack what their post needs. */
@RestController
@RequestMapping("/v1/remediation-cases")
class RemediationController {

    private static final Map<String, String> SORTABLE = Map.of("deadline", "c.deadline");

    private final RemediationManagement management;
    private final RemediationDirectory directory;
    private final RemediationTasks tasks;
    private final DecidedEndRepository ends;
    private final AssociationCalendar calendar;

    RemediationController(
            RemediationManagement management,
            RemediationDirectory directory,
            RemediationTasks tasks,
            DecidedEndRepository ends,
            AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.tasks = tasks;
        this.ends = ends;
        this.calendar = calendar;
    }

    /**
     * A case as it is opened by hand.
     *
     * @param required licence kinds with commas between, a title, or words
     * @param deadline by the policy unless named
     */
    record CaseRequest(
            @Nullable UUID memberId,

            @Nullable @Schema(allowableValues = {"licence", "title", "other"})
            String gap,

            @Nullable String required,
            @Nullable @Schema(format = "date") String deadline) {}

    /** A course, or an exam, that has to be passed. */
    record TaskRequest(@Nullable UUID programmeId, @Nullable Boolean exam) {}

    /** Whether the qualification is there. */
    record OutcomeRequest(@Nullable Boolean met, @Nullable String note) {}

    /** What follows for somebody who has not met it. */
    record CaseDecisionRequest(
            @Nullable @Schema(allowableValues = {"transfer", "contract-end"})
            String decision,

            @Nullable @Schema(format = "date") String effectiveOn,
            @Nullable String reason) {}

    /** Why a decision is taken back. */
    record CaseRevocationRequest(@Nullable String reason) {}

    /** Why a case was opened by mistake. */
    record CaseAnnulmentRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    Page<RemediationView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String gap,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false, defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "deadline", "c.id");
        LocalDate today = calendar.today();
        var filter = new RemediationDirectory.Filter(member, institution, gap, state, overdue);
        var rows = directory.list(caller.association(), Sight.of(caller, today), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.deadline(), row.id()))
                .map(row -> RemediationView.of(row, null, null, today));
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    ResponseEntity<RemediationView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), Sight.of(caller, calendar.today()), id)
                        .orElseThrow(() -> Refusal.notFound("remediation.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<RemediationView> open(Caller caller, @RequestBody CaseRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        Entry entry = Entry.form("gap", request.gap(), "required", request.required(), "deadline", request.deadline());
        RemediationCase opened = management.open(Editor.of(caller, Role.HR_OFFICER), new MemberId(member), entry);
        return shown(ResponseEntity.created(URI.create("/v1/remediation-cases/" + opened.id())), opened);
    }

    /** Adds a course or exam of training. */
    @PostMapping("/{id}/tasks")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<RemediationView> require(Caller caller, @PathVariable UUID id, @RequestBody TaskRequest request) {
        UUID programme = request.programmeId();
        if (programme == null) {
            throw Refusal.invalid("required").at("/programmeId");
        }
        boolean exam = Boolean.TRUE.equals(request.exam());
        return shown(ResponseEntity.ok(), management.require(Editor.of(caller, Role.HR_OFFICER), id, programme, exam));
    }

    /** Records that the qualification is there, or is not though the time is over. */
    @PostMapping("/{id}/outcomes")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<RemediationView> conclude(
            Caller caller, @PathVariable UUID id, @RequestBody OutcomeRequest request) {
        Entry entry = Entry.form("met", request.met(), "note", request.note());
        return shown(ResponseEntity.ok(), management.conclude(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    /** Decides on a transfer or the end of the contract, which ends the post on that day; never by who found that it was not met. */
    @PostMapping("/{id}/decisions")
    @Requires(Role.REGISTRAR)
    ResponseEntity<RemediationView> decide(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody CaseDecisionRequest request) {
        Entry entry = Entry.form(
                "decision", request.decision(), "effectiveOn", request.effectiveOn(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.decide(Editor.of(caller, Role.REGISTRAR), id, expected, entry));
    }

    /** Takes a decision back before its day: the post, and the contract, go on as before. */
    @PostMapping("/{id}/revocations")
    @Requires(Role.REGISTRAR)
    ResponseEntity<RemediationView> revoke(
            Caller caller,
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @RequestBody CaseRevocationRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.revoke(Editor.of(caller, Role.REGISTRAR), id, expected, entry));
    }

    @PostMapping("/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<RemediationView> annul(
            Caller caller, @PathVariable UUID id, @RequestBody CaseAnnulmentRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.annul(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    private ResponseEntity<RemediationView> shown(ResponseEntity.BodyBuilder answer, RemediationCase known) {
        return answer.eTag(ExpectedVersion.etag(known.version()))
                .body(RemediationView.of(known, tasks.of(known.id()), ends.of(known.id()), calendar.today()));
    }
}
