package org.yilianti.incentive.appropriation.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.appropriation.Appropriation;
import org.yilianti.incentive.appropriation.AppropriationManagement;
import org.yilianti.incentive.appropriation.Appropriations;
import org.yilianti.incentive.appropriation.SupervisionReport;
import org.yilianti.incentive.appropriation.SupervisionReport.Supervised;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Announces, receives and shows appropriations, and what became of them. */
@RestController
@RequestMapping("/v1/appropriations")
class AppropriationController {

    private final AppropriationManagement management;
    private final Appropriations appropriations;
    private final SupervisionReport report;

    AppropriationController(
            AppropriationManagement management, Appropriations appropriations, SupervisionReport report) {
        this.management = management;
        this.appropriations = appropriations;
        this.report = report;
    }

    @PostMapping
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppropriationAnswer> announce(
            @Valid @RequestBody AppropriationRequests.AppropriationOrder order, Caller caller) {
        Appropriation announced = announced(order, caller);
        return ResponseEntity.created(URI.create("/v1/appropriations/" + announced.id()))
                .eTag(ExpectedVersion.etag(announced.version()))
                .body(AppropriationAnswer.of(announced));
    }

    private Appropriation announced(AppropriationRequests.AppropriationOrder order, Caller caller) {
        if (order.perHeadFen() != null && order.institutionIds() != null && order.amountFen() == null) {
            return management.announcePerHead(
                    caller, order.announcement(), Money.ofFen(order.perHeadFen()), order.institutionIds());
        }
        if (order.amountFen() != null && order.perHeadFen() == null && order.institutionIds() == null) {
            return management.announce(caller, order.announcement(), Money.ofFen(order.amountFen()));
        }
        throw Refusal.invalid("appropriation.amount-or-rate");
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<AppropriationAnswer> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(appropriations.list(caller.association(), page), page, one -> Cursor.of(one.id()))
                .map(AppropriationAnswer::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<AppropriationAnswer> read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return answer(appropriations.get(caller.association(), id));
    }

    /** A second person confirms that the money came in. */
    @PostMapping("/{id}/receipts")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<AppropriationAnswer> receive(@PathVariable UUID id, Caller caller) {
        return answer(management.receive(caller, id));
    }

    /** What institutions in scope were allotted and paid, what is held back, and what they used for which purpose. */
    @GetMapping("/{id}/supervision")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<Supervised> supervise(@PathVariable UUID id, PageRequest page, Caller caller) {
        return Page.of(
                report.of(
                        caller.association(),
                        id,
                        caller.scope(Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR),
                        page),
                page,
                one -> Cursor.of(one.institutionCode()));
    }

    private static ResponseEntity<AppropriationAnswer> answer(Appropriation one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(AppropriationAnswer.of(one));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
