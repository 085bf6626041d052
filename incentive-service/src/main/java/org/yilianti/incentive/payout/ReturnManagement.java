package org.yilianti.incentive.payout;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.policy.Policies;

/** Takes in a bank's return file: rows that fit are given back, the others reported; sent again, it changes nothing. */
@Service
public class ReturnManagement {

    private final PayFiles files;
    private final PayFileLines lines;
    private final PayFileManagement management;
    private final Policies policies;

    ReturnManagement(PayFiles files, PayFileLines lines, PayFileManagement management, Policies policies) {
        this.files = files;
        this.lines = lines;
        this.management = management;
        this.policies = policies;
    }

    /**
     * Judges the rows and gives back what the bank returned, in one entry.
     *
     * @param rows cells by row; the first names the columns by title or field of the policy {@code bank-file}
     * @param dryRun whether to judge only
     * @throws org.yilianti.platform.problem.Refusal 409 when the file was not released; 422 when the columns do not do
     */
    @Transactional
    public ReturnOutcome take(Caller caller, PayFileId id, List<List<String>> rows, boolean dryRun) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayFile file = files.lock(caller.association(), id).requireReleased();
        LocalDate prepared = LocalDate.ofInstant(file.preparedAt(), ZoneOffset.UTC);
        BankFilePolicy policy = policies.inForce(caller.association(), BankFilePolicy.class, prepared);
        Map<Integer, PayFileLine> sent =
                lines.all(id).stream().collect(Collectors.toMap(PayFileLine::number, Function.identity()));
        List<ReturnedRows.Judged> judged = ReturnedRows.judge(ReturnedRows.read(policy, rows), sent);
        Map<Integer, String> reasons = new LinkedHashMap<>();
        judged.stream()
                .filter(one -> one.verdict() == ReturnedRows.Verdict.RETURNED)
                .forEach(one -> reasons.put(one.line(), one.row().reason()));
        PayFile after = dryRun || reasons.isEmpty() ? file : management.giveBack(caller, id, reasons);
        return new ReturnOutcome(
                after, judged.stream().map(ReturnOutcome.Row::of).toList());
    }
}
