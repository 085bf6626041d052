package org.yilianti.staff.contract.web;

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
import org.yilianti.staff.contract.Contract;
import org.yilianti.staff.contract.ContractManagement;
import org.yilianti.staff.contract.ContractRepository;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Contracts of a member, as they are believed now or were believed then. */
@RestController
class ContractController {

    private final ContractManagement management;
    private final ContractRepository contracts;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    ContractController(
            ContractManagement management,
            ContractRepository contracts,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.management = management;
        this.contracts = contracts;
        this.members = members;
        this.calendar = calendar;
    }

    /** A contract as it is sent; validTo is the first day after it. */
    record ContractRequest(
            @Nullable String institutionCode,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String reason) {

        Entry entry() {
            return Entry.form(
                    "institutionCode",
                    institutionCode,
                    "kind",
                    kind,
                    "number",
                    number,
                    "validFrom",
                    validFrom,
                    "validTo",
                    validTo,
                    "reason",
                    reason);
        }
    }

    /** The end of a contract as it is sent. */
    record ContractEndingRequest(
            @Nullable String validTo, @Nullable String reason) {}

    /** All that are believed now; {@code asOf} keeps those that hold on a day, {@code knownAt} goes back to what was believed. */
    @GetMapping("/v1/members/{id}/contracts")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR, Role.STAFF})
    Page<ContractView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant knownAt) {
        MemberId member = members.find(caller.association(), sight(caller), new MemberId(id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id))
                .id();
        return shown(contracts.of(caller.association(), sight(caller), member, asOf, knownAt));
    }

    /** Every belief ever held of a contract, the newest last. */
    @GetMapping("/v1/contracts/{id}/revisions")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR, Role.STAFF})
    Page<ContractView> revisions(Caller caller, @PathVariable UUID id) {
        List<Contract> revisions = contracts.revisions(caller.association(), sight(caller), id);
        if (revisions.isEmpty()) {
            throw Refusal.notFound("contract.unknown", id);
        }
        return shown(revisions);
    }

    @PostMapping("/v1/members/{id}/contracts")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ContractView> conclude(Caller caller, @PathVariable UUID id, @RequestBody ContractRequest request) {
        return made(management.conclude(Editor.of(caller, Role.HR_OFFICER), new MemberId(id), request.entry()));
    }

    /** The contract that follows this one, from the day on which this one ends. */
    @PostMapping("/v1/contracts/{id}/renewals")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ContractView> renew(Caller caller, @PathVariable UUID id, @RequestBody ContractRequest request) {
        return made(management.renew(Editor.of(caller, Role.HR_OFFICER), id, request.entry()));
    }

    /** Corrects what is believed, past and future; {@code If-Match} names the revision. */
    @PutMapping("/v1/contracts/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ContractView> correct(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody ContractRequest request) {
        Contract contract = management.correct(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(contract.revision()))
                .body(ContractView.of(contract));
    }

    @PostMapping("/v1/contracts/{id}/endings")
    @Requires(Role.HR_OFFICER)
    ContractView end(Caller caller, @PathVariable UUID id, @RequestBody ContractEndingRequest request) {
        Entry entry = Entry.form("validTo", request.validTo(), "reason", request.reason());
        return ContractView.of(management.end(Editor.of(caller, Role.HR_OFFICER), id, entry));
    }

    /** By roles that may see personnel files only; a member of staff sees their own. */
    private Sight sight(Caller caller) {
        return new Sight(
                caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.AUDITOR),
                caller.has(Role.STAFF) ? caller.staffNo() : null,
                calendar.today());
    }

    private static ResponseEntity<ContractView> made(Contract contract) {
        return ResponseEntity.created(URI.create("/v1/contracts/" + contract.id() + "/revisions"))
                .eTag(ExpectedVersion.etag(contract.revision()))
                .body(ContractView.of(contract));
    }

    private static Page<ContractView> shown(List<Contract> contracts) {
        return new Page<>(contracts.stream().map(ContractView::of).toList(), null);
    }
}
