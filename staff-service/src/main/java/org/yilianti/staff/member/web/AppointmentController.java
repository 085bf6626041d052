package org.yilianti.staff.member.web;

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
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.AppointmentManagement;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Appointments of a member, as they are believed now or were believed then. */
@RestController
class AppointmentController {

    private final AppointmentManagement management;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    AppointmentController(AppointmentManagement management, MemberDirectory directory, AssociationCalendar calendar) {
        this.management = management;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** The end of an appointment as it is sent. */
    record AppointmentEndingRequest(
            @Nullable String validTo, @Nullable String reason) {}

    /** Why an appointment was never true. */
    record AppointmentAnnulmentRequest(@Nullable String reason) {}

    /** Where somebody works from a day on; the post stays the same unless named. */
    record TransferRequest(
            @Nullable String from,
            @Nullable String institutionCode,
            @Nullable String department,
            @Nullable String post,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form(
                    "from",
                    from,
                    "institutionCode",
                    institutionCode,
                    "department",
                    department,
                    "post",
                    post,
                    "reason",
                    reason);
        }
    }

    /** All that are believed now; {@code asOf} keeps those that hold on a day, {@code knownAt} goes back to what was believed. */
    @GetMapping("/v1/members/{id}/appointments")
    @RequiresAnyRole
    Page<AppointmentView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant knownAt) {
        Member member = directory
                .find(caller.association(), Sight.of(caller, calendar.today()), new MemberId(id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
        List<AppointmentView> views = directory.appointments(member.id(), asOf, knownAt).stream()
                .map(AppointmentView::of)
                .toList();
        return new Page<>(views, null);
    }

    @PostMapping("/v1/members/{id}/appointments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<AppointmentView> appoint(
            Caller caller, @PathVariable UUID id, @RequestBody AppointmentRequest request) {
        Appointment made = management.appoint(Editor.of(caller, Role.HR_OFFICER), new MemberId(id), request.entry());
        return ResponseEntity.created(URI.create("/v1/members/" + id + "/appointments"))
                .body(AppointmentView.of(made));
    }

    @PostMapping("/v1/appointments/{id}/endings")
    @Requires(Role.HR_OFFICER)
    AppointmentView end(Caller caller, @PathVariable UUID id, @RequestBody AppointmentEndingRequest request) {
        Entry entry = Entry.form("validTo", request.validTo(), "reason", request.reason());
        return AppointmentView.of(management.end(Editor.of(caller, Role.HR_OFFICER), new AppointmentId(id), entry));
    }

    /** Every belief ever held of an appointment, the newest last. */
    @GetMapping("/v1/appointments/{id}/revisions")
    @RequiresAnyRole
    Page<AppointmentView> revisions(Caller caller, @PathVariable UUID id) {
        List<AppointmentView> views =
                directory
                        .revisions(caller.association(), Sight.of(caller, calendar.today()), new AppointmentId(id))
                        .stream()
                        .map(AppointmentView::of)
                        .toList();
        if (views.isEmpty()) {
            throw Refusal.notFound("appointment.unknown", id);
        }
        return new Page<>(views, null);
    }

    /** Corrects what is believed, past and future; {@code If-Match} names the revision. */
    @PutMapping("/v1/appointments/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<AppointmentView> correct(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody AppointmentRequest request) {
        Appointment corrected = management.correct(
                Editor.of(caller, Role.HR_OFFICER), new AppointmentId(id), expected, request.entry());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(corrected.revision()))
                .body(AppointmentView.of(corrected));
    }

    @PostMapping("/v1/appointments/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    AppointmentView annul(Caller caller, @PathVariable UUID id, @RequestBody AppointmentAnnulmentRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return AppointmentView.of(management.annul(Editor.of(caller, Role.HR_OFFICER), new AppointmentId(id), entry));
    }

    /** Ends the appointment on a day and continues it elsewhere; shows the new one. */
    @PostMapping("/v1/appointments/{id}/transfers")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<AppointmentView> transfer(
            Caller caller, @PathVariable UUID id, @RequestBody TransferRequest request) {
        Appointment joined =
                management.transfer(Editor.of(caller, Role.HR_OFFICER), new AppointmentId(id), request.entry());
        return ResponseEntity.created(URI.create("/v1/appointments/" + joined.id() + "/revisions"))
                .body(AppointmentView.of(joined));
    }
}
