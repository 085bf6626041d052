package org.yilianti.incentive.payout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.ledger.LedgerEntry;
import org.yilianti.incentive.payrun.PayRun;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.payrun.PayRuns;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** Prepares files for a bank, releases them by a second person, and takes back what the bank returns. */
@Service
public class PayFileManagement {

    private final PayFiles files;
    private final PayFileLines lines;
    private final PayRuns runs;
    private final PayFileBookings bookings;
    private final AuditTrail audit;
    private final Clock clock;

    PayFileManagement(
            PayFiles files, PayFileLines lines, PayRuns runs, PayFileBookings bookings, AuditTrail audit, Clock clock) {
        this.files = files;
        this.lines = lines;
        this.runs = runs;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Instructs a bank to pay whoever of a paid run is still owed and has an account. */
    @Transactional
    public PayFile prepare(Caller caller, PayRunId runId) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayRun run = runs.lockPaid(caller.association(), runId);
        PayFileId id = PayFileId.next();
        PayFile empty = file(caller, run, id, List.of());
        files.insert(empty);
        lines.insertOpen(id, runId);
        List<PayFileLine> written = lines.all(id);
        if (written.isEmpty()) {
            throw Refusal.conflict("payout.nobody-to-pay", lines.withoutAccount(runId));
        }
        PayFile prepared = file(caller, run, id, written);
        files.complete(prepared);
        record(caller, "pay-file.prepared", prepared);
        return prepared;
    }

    private PayFile file(Caller caller, PayRun run, PayFileId id, List<PayFileLine> written) {
        return new PayFile(
                id,
                caller.association(),
                1,
                run.id(),
                run.month(),
                PayFileStatus.PREPARED,
                written.size(),
                total(written),
                caller.name(),
                clock.instant(),
                null,
                null);
    }

    /** Hands a file over to the bank; by another person than its preparer and than whoever entered its accounts. */
    @Transactional
    public PayFile release(Caller caller, PayFileId id) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        PayFile released = files.lock(caller.association(), id)
                .released(caller.name(), lines.accountsEnteredBy(id), clock.instant());
        files.update(released);
        List<PayFileLine> repaid =
                lines.all(id).stream().filter(line -> line.attempt() > 1).toList();
        if (!repaid.isEmpty()) {
            bookings.book(released, LedgerEntry.Kind.PAY_REPAID, id.value(), repaid, caller.name());
        }
        record(caller, "pay-file.released", released);
        return released;
    }

    /** Gives up a file that was not released; its people can be put into another. */
    @Transactional
    public PayFile discard(Caller caller, PayFileId id) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayFile discarded = files.lock(caller.association(), id).discarded();
        files.update(discarded);
        lines.discard(id);
        record(caller, "pay-file.discarded", discarded);
        return discarded;
    }

    /**
     * Takes back what the bank returned: the money is owed again.
     *
     * @param reasons the bank's, by number of line
     * @throws Refusal 422 naming every line that the file does not have or that came back already; then nothing is taken back
     */
    @Transactional
    public PayFile giveBack(Caller caller, PayFileId id, Map<Integer, String> reasons) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayFile file = files.lock(caller.association(), id).withReturns();
        List<PayFileLine> returned = returnable(id, reasons);
        UUID entry = Ids.next();
        lines.giveBack(entry, file, reasons, total(returned), caller.name(), clock.instant());
        files.update(file);
        bookings.book(file, LedgerEntry.Kind.PAY_RETURNED, entry, returned, caller.name());
        record(caller, "pay-file.lines-returned", file);
        return file;
    }

    private List<PayFileLine> returnable(PayFileId id, Map<Integer, String> reasons) {
        Map<Integer, PayFileLine> sent = lines.all(id).stream()
                .filter(line -> !line.wasReturned())
                .collect(Collectors.toMap(PayFileLine::number, Function.identity()));
        List<PayFileLine> returned = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (Integer number : reasons.keySet()) {
            PayFileLine line = sent.get(number);
            if (line == null) {
                violations.add(new Violation(
                        "/items/" + (returned.size() + violations.size()), "payout.line-not-sent", number));
            } else {
                returned.add(line);
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return returned;
    }

    /** Account numbers of a released file, by line; that somebody took them is audited. */
    @Transactional
    public Map<Integer, String> accountNumbers(Caller caller, PayFileId id) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayFile file = files.get(caller.association(), id).requireReleased();
        record(caller, "pay-file.downloaded", file);
        return lines.numbers(id);
    }

    private static Money total(List<PayFileLine> of) {
        return Money.sum(of.stream().map(PayFileLine::amount).toList());
    }

    private void record(Caller caller, String action, PayFile file) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "pay-file",
                file.id().value(),
                null,
                Map.of(
                        "version", file.version(),
                        "runId", file.run().value(),
                        "lines", file.lines(),
                        "totalFen", file.total().fen())));
    }
}
