package org.yilianti.incentive.payout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payout.PayeeAccount;
import org.yilianti.incentive.payout.PayeeAccounts;
import org.yilianti.incentive.payout.PayeeManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Where people are paid; numbers are masked in every answer. */
@RestController
@RequestMapping("/v1/payee-accounts")
class PayeeAccountController {

    private final PayeeManagement management;
    private final PayeeAccounts accounts;

    PayeeAccountController(PayeeManagement management, PayeeAccounts accounts) {
        this.management = management;
        this.accounts = accounts;
    }

    /** Enters an account; {@code If-Match: "0"} for the first one of a person. */
    @PutMapping("/{staffNo}")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<PayeeAccountAnswer> enter(
            @PathVariable String staffNo,
            @Valid @RequestBody PayeeAccountRequest request,
            ExpectedVersion expected,
            Caller caller) {
        return answer(management.enter(caller, staffNo, expected, request.toDetails()));
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<PayeeAccountAnswer> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(accounts.list(caller.association(), page), page, one -> Cursor.of(one.staffNo()))
                .map(PayeeAccountAnswer::of);
    }

    @GetMapping("/{staffNo}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<PayeeAccountAnswer> read(@PathVariable String staffNo, Caller caller) {
        requireWholeAssociation(caller);
        return answer(accounts.find(caller.association(), staffNo)
                .orElseThrow(() -> Refusal.notFound("payout.account-not-found", staffNo)));
    }

    private static ResponseEntity<PayeeAccountAnswer> answer(PayeeAccount account) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(account.version())).body(PayeeAccountAnswer.of(account));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }

    /** An account to enter. */
    record PayeeAccountRequest(
            @NotBlank @Size(max = 100) String holder,
            @NotBlank @Size(max = 100) String bank,
            @NotNull @Pattern(regexp = "[0-9A-Z]{1,20}") String bankCode,

            @NotNull @Pattern(regexp = "[0-9]{8,32}") String account) {

        PayeeManagement.Details toDetails() {
            return new PayeeManagement.Details(holder, bank, bankCode, account);
        }
    }

    /** An account as callers see it. */
    record PayeeAccountAnswer(
            String staffNo,
            long version,
            String holder,
            String bank,
            String bankCode,
            String account,
            String enteredBy,
            Instant enteredAt) {

        static PayeeAccountAnswer of(PayeeAccount one) {
            return new PayeeAccountAnswer(
                    one.staffNo(),
                    one.version(),
                    one.holder(),
                    one.bank(),
                    one.bankCode(),
                    one.masked(),
                    one.enteredBy(),
                    one.enteredAt());
        }
    }
}
