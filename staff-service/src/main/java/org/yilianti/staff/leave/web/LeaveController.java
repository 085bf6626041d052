package org.yilianti.staff.leave.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.leave.Leave;
import org.yilianti.staff.leave.LeaveManagement;
import org.yilianti.staff.leave.LeaveRepository;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Leave of absence of a member, as it is believed now or was believed then; why somebody is away is for few to see. */
@RestController
class LeaveController {

    private final LeaveManagement management;
    private final LeaveRepository leaves;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    LeaveController(
            LeaveManagement management, LeaveRepository leaves, MemberDirectory members, AssociationCalendar calendar) {
        this.management = management;
        this.leaves = leaves;
        this.members = members;
        this.calendar = calendar;
    }

    /** Leave as it is sent; validTo is the first day back. */
    record LeaveRequest(
            @Nullable String kind,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form("kind", kind, "validFrom", validFrom, "validTo", validTo, "reason", reason);
        }
    }

    /** The first day back. */
    record ReturnRequest(@Nullable String on, @Nullable String reason) {}

    /** Why it never was. */
    record LeaveAnnulmentRequest(@Nullable String reason) {}

    /** All that are believed now; {@code asOf} keeps those that hold on a day, {@code knownAt} goes back to what was believed. */
    @GetMapping("/v1/members/{id}/leaves")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR, Role.STAFF})
    Page<LeaveView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant knownAt) {
        Member member = members.find(caller.association(), sight(caller), new MemberId(id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
        return shown(leaves.of(member.id(), asOf, knownAt));
    }

    /** Every belief ever held of a leave, the newest last. */
    @GetMapping("/v1/leaves/{id}/revisions")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR, Role.STAFF})
    Page<LeaveView> revisions(Caller caller, @PathVariable UUID id) {
        List<Leave> revisions = leaves.revisions(caller.association(), sight(caller), id);
        if (revisions.isEmpty()) {
            throw Refusal.notFound("leave.unknown", id);
        }
        return shown(revisions);
    }

    @PostMapping("/v1/members/{id}/leaves")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LeaveView> grant(Caller caller, @PathVariable UUID id, @RequestBody LeaveRequest request) {
        Leave leave = management.grant(Editor.of(caller, Role.HR_OFFICER), new MemberId(id), request.entry());
        return ResponseEntity.created(URI.create("/v1/leaves/" + leave.id() + "/revisions"))
                .eTag(ExpectedVersion.etag(leave.revision()))
                .body(LeaveView.of(leave));
    }

    /** Corrects what is believed, past and future; {@code If-Match} names the revision. */
    @PutMapping("/v1/leaves/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LeaveView> correct(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody LeaveRequest request) {
        Leave leave = management.correct(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry());
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(leave.revision())).body(LeaveView.of(leave));
    }

    @PostMapping("/v1/leaves/{id}/returns")
    @Requires(Role.HR_OFFICER)
    LeaveView comeBack(Caller caller, @PathVariable UUID id, @RequestBody ReturnRequest request) {
        Entry entry = Entry.form("on", request.on(), "reason", request.reason());
        return LeaveView.of(management.comeBack(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    @PostMapping("/v1/leaves/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    LeaveView annul(Caller caller, @PathVariable UUID id, @RequestBody LeaveAnnulmentRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return LeaveView.of(management.annul(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    /** A scheduler or payroll officer sees nobody here by that role: what somebody is away for is none of theirs. */
    private Sight sight(Caller caller) {
        return new Sight(
                caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR),
                caller.has(Role.STAFF) ? caller.staffNo() : null,
                calendar.today());
    }

    private static Page<LeaveView> shown(List<Leave> leaves) {
        return new Page<>(leaves.stream().map(LeaveView::of).toList(), null);
    }
}
