package org.yilianti.incentive.appropriation.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.appropriation.FundUse;
import org.yilianti.incentive.appropriation.FundUseManagement;
import org.yilianti.incentive.appropriation.FundUses;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** What institutions use appropriations for: recorded and seen by those who answer for the institution. */
@RestController
class FundUseController {

    private final FundUseManagement management;
    private final FundUses uses;

    FundUseController(FundUseManagement management, FundUses uses) {
        this.management = management;
        this.uses = uses;
    }

    @PostMapping("/v1/appropriations/{id}/uses")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    UseAnswer record(@PathVariable UUID id, @Valid @RequestBody AppropriationRequests.UseOrder order, Caller caller) {
        return UseAnswer.of(management.record(
                caller,
                id,
                order.institutionCode(),
                order.purpose(),
                Money.ofFen(order.amountFen()),
                order.usedOn(),
                order.reference()));
    }

    @GetMapping("/v1/appropriations/{id}/uses")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<UseAnswer> list(@PathVariable UUID id, PageRequest page, Caller caller) {
        return Page.of(
                        uses.of(
                                caller.association(),
                                id,
                                caller.scope(Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR),
                                page),
                        page,
                        one -> Cursor.of(one.id()))
                .map(UseAnswer::of);
    }

    /** Takes back a use that was wrong; the right one is recorded anew. */
    @PostMapping("/v1/fund-uses/{id}/reversals")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    UseAnswer reverse(@PathVariable UUID id, Caller caller) {
        return UseAnswer.of(management.reverse(caller, id));
    }

    /** A use as callers see it, or the reversal of one. */
    record UseAnswer(
            UUID id,
            UUID appropriationId,
            String institutionCode,
            String purpose,
            long amountFen,
            LocalDate usedOn,
            String reference,
            String recordedBy,
            Instant recordedAt,
            @Nullable UUID reversesId) {

        static UseAnswer of(FundUse one) {
            return new UseAnswer(
                    one.id(),
                    one.appropriation(),
                    one.institutionCode(),
                    one.purpose(),
                    one.amount().fen(),
                    one.usedOn(),
                    one.reference(),
                    one.recordedBy(),
                    one.recordedAt(),
                    one.reverses());
        }
    }
}
