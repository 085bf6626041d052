package org.yilianti.staff.member.web;

import java.math.BigDecimal;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresAnyRole;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Page;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.AppointmentManagement;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;
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

    /** An appointment as it is sent; fte 1.00 is full time, validTo the first day that no longer counts. */
    record AppointmentRequest(
            @Nullable String externalId,
            @Nullable String institutionCode,
            @Nullable String department,
            @Nullable String post,
            @Nullable BigDecimal fte,
            @Nullable Boolean main,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form(
                    "externalId",
                    externalId,
                    "institutionCode",
                    institutionCode,
                    "department",
                    department,
                    "post",
                    post,
                    "fte",
                    fte,
                    "main",
                    main,
                    "validFrom",
                    validFrom,
                    "validTo",
                    validTo,
                    "reason",
                    reason);
        }
    }

    /** The end of an appointment as it is sent. */
    record EndingRequest(@Nullable String validTo, @Nullable String reason) {}

    /** An appointment as it is shown; supersededAt is null while it is believed. */
    record AppointmentView(
            UUID id,
            int revision,
            UUID memberId,
            UUID institutionId,
            String institutionCode,
            String externalId,
            @Nullable String department,
            String post,
            BigDecimal fte,
            boolean main,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedAt,
            String recordedBy,
            @Nullable String reason,
            @Nullable Instant supersededAt) {

        static AppointmentView of(Appointment appointment) {
            AppointmentDetails details = appointment.details();
            Recording recording = appointment.recording();
            return new AppointmentView(
                    appointment.id().value(),
                    appointment.revision(),
                    appointment.member().value(),
                    appointment.institution().value(),
                    details.institutionCode(),
                    details.externalId(),
                    details.department(),
                    details.post(),
                    details.fte(),
                    details.main(),
                    details.valid().from(),
                    details.valid().to(),
                    recording.at(),
                    recording.by(),
                    recording.reason(),
                    recording.supersededAt());
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
    AppointmentView end(Caller caller, @PathVariable UUID id, @RequestBody EndingRequest request) {
        Entry entry = Entry.form("validTo", request.validTo(), "reason", request.reason());
        return AppointmentView.of(management.end(Editor.of(caller, Role.HR_OFFICER), new AppointmentId(id), entry));
    }
}
