package org.yilianti.staff.credential.web;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceFilter;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.LicenceManagement;
import org.yilianti.staff.credential.SanctionManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Licences and the decisions on them. */
@RestController
@RequestMapping("/v1/licences")
class LicenceController {

    private static final Map<String, String> SORTABLE = Map.of("number", "l.number", "validFrom", "l.valid_from");

    private final LicenceManagement management;
    private final SanctionManagement sanctions;
    private final LicenceDirectory directory;
    private final AssociationCalendar calendar;

    LicenceController(
            LicenceManagement management,
            SanctionManagement sanctions,
            LicenceDirectory directory,
            AssociationCalendar calendar) {
        this.management = management;
        this.sanctions = sanctions;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** A decision as it is sent. */
    record LicenceDecisionRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form("from", from, "to", to, "reason", reason);
        }
    }

    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<LicenceView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer expiringWithinDays,
            @RequestParam(required = false) @Nullable String sort) {
        if (expiringWithinDays != null && (expiringWithinDays < 0 || expiringWithinDays > 36_500)) {
            throw Refusal.malformed("licence.days-invalid", expiringWithinDays);
        }
        SortOrder order = SortOrder.of(sort, SORTABLE, "number", "l.id");
        LicenceFilter filter = new LicenceFilter(member, number, status, expiringWithinDays);
        var rows = directory.list(caller.association(), Sight.of(caller, calendar.today()), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(key(row, order), row.id()))
                .map(LicenceView::of);
    }

    /** What is believed now, or with {@code knownAt} was believed then. */
    @GetMapping("/{id}")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    ResponseEntity<LicenceView> get(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant knownAt) {
        return shown(directory
                .find(caller.association(), Sight.of(caller, calendar.today()), new LicenceId(id), knownAt)
                .orElseThrow(() -> Refusal.notFound("licence.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LicenceView> grant(Caller caller, @RequestBody LicenceRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        UUID renews = request.renewsId();
        Licence licence = management.grant(
                Editor.of(caller, Role.HR_OFFICER),
                new MemberId(member),
                renews == null ? null : new LicenceId(renews),
                request.entry());
        return ResponseEntity.created(URI.create("/v1/licences/" + licence.id()))
                .eTag(ExpectedVersion.etag(licence.version()))
                .body(LicenceView.of(licence));
    }

    @PostMapping("/{id}/suspensions")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LicenceView> suspend(
            Caller caller, @PathVariable UUID id, @RequestBody LicenceDecisionRequest request) {
        return shown(sanctions.suspend(Editor.of(caller, Role.HR_OFFICER), new LicenceId(id), request.entry()));
    }

    @PostMapping("/{id}/resumptions")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LicenceView> resume(
            Caller caller, @PathVariable UUID id, @RequestBody LicenceDecisionRequest request) {
        return shown(sanctions.resume(Editor.of(caller, Role.HR_OFFICER), new LicenceId(id), request.entry()));
    }

    @PostMapping("/{id}/revocations")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<LicenceView> revoke(
            Caller caller, @PathVariable UUID id, @RequestBody LicenceDecisionRequest request) {
        return shown(sanctions.revoke(Editor.of(caller, Role.HR_OFFICER), new LicenceId(id), request.entry()));
    }

    private static ResponseEntity<LicenceView> shown(Licence licence) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(licence.version())).body(LicenceView.of(licence));
    }

    private static String key(Licence licence, SortOrder order) {
        return order.field().equals("validFrom")
                ? licence.details().valid().from().toString()
                : licence.details().number();
    }
}
