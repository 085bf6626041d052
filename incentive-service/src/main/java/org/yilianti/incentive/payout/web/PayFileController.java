package org.yilianti.incentive.payout.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payout.BankFilePolicy;
import org.yilianti.incentive.payout.PayFile;
import org.yilianti.incentive.payout.PayFileId;
import org.yilianti.incentive.payout.PayFileLines;
import org.yilianti.incentive.payout.PayFileManagement;
import org.yilianti.incentive.payout.PayFiles;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresRecentSignIn;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Files for a bank: prepared, released by a second person, downloaded, returned from. */
@RestController
class PayFileController {

    private final PayFileManagement management;
    private final PayFiles files;
    private final PayFileLines lines;
    private final Policies policies;

    PayFileController(PayFileManagement management, PayFiles files, PayFileLines lines, Policies policies) {
        this.management = management;
        this.files = files;
        this.lines = lines;
        this.policies = policies;
    }

    /** Prepares a file for whoever of a paid run is owed and has an account. */
    @PostMapping("/v1/pay-runs/{id}/pay-files")
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PayFileAnswer> prepare(@PathVariable UUID id, Caller caller) {
        PayFile file = management.prepare(caller, new PayRunId(id));
        return ResponseEntity.created(URI.create("/v1/pay-files/" + file.id().value()))
                .eTag(ExpectedVersion.etag(file.version()))
                .body(shown(file));
    }

    @GetMapping("/v1/pay-files")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<PayFileAnswer> list(@RequestParam(required = false) @Nullable UUID run, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                        files.list(caller.association(), run, page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(this::shown);
    }

    @GetMapping("/v1/pay-files/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<PayFileAnswer> read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return answer(files.get(caller.association(), new PayFileId(id)));
    }

    @GetMapping("/v1/pay-files/{id}/lines")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<PayFileAnswer.PayFileLineAnswer> lines(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean returned,
            PageRequest page,
            Caller caller) {
        requireWholeAssociation(caller);
        PayFile file = files.get(caller.association(), new PayFileId(id));
        return Page.of(lines.list(file.id(), returned, page), page, one -> Cursor.of(one.number()))
                .map(PayFileAnswer.PayFileLineAnswer::of);
    }

    @PostMapping("/v1/pay-files/{id}/releases")
    @Requires(Role.PAYROLL_REVIEWER)
    @RequiresRecentSignIn
    ResponseEntity<PayFileAnswer> release(@PathVariable UUID id, Caller caller) {
        return answer(management.release(caller, new PayFileId(id)));
    }

    @PostMapping("/v1/pay-files/{id}/discards")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<PayFileAnswer> discard(@PathVariable UUID id, Caller caller) {
        return answer(management.discard(caller, new PayFileId(id)));
    }

    /** Lines that the bank sent back: all of them are taken back, or none. */
    @PostMapping("/v1/pay-files/{id}/returns")
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<PayFileAnswer> giveBack(
            @PathVariable UUID id, @Valid @RequestBody ReturnRequest request, Caller caller) {
        return answer(management.giveBack(caller, new PayFileId(id), request.reasons()));
    }

    /** The file itself, with whole account numbers; that it was taken is audited. */
    @GetMapping(
            path = "/v1/pay-files/{id}/content",
            produces = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE, "application/problem+json"})
    @Requires(Role.PAYROLL_OFFICER)
    ResponseEntity<byte[]> content(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, Caller caller) {
        SheetFormat form = SheetFormat.of(format);
        PayFileId file = new PayFileId(id);
        var numbers = management.accountNumbers(caller, file);
        PayFile found = files.get(caller.association(), file);
        LocalDate day = LocalDate.ofInstant(found.preparedAt(), ZoneOffset.UTC);
        BankFilePolicy policy = policies.inForce(caller.association(), BankFilePolicy.class, day);
        List<List<String>> rows = BankFile.rows(policy, found, lines.all(file), numbers);
        return form.answer("pay-" + found.month(), "pay", rows);
    }

    private ResponseEntity<PayFileAnswer> answer(PayFile file) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(file.version())).body(shown(file));
    }

    private PayFileAnswer shown(PayFile file) {
        return PayFileAnswer.of(file, lines.withoutAccount(file.run()));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }
}
