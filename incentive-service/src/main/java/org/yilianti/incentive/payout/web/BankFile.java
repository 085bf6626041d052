package org.yilianti.incentive.payout.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yilianti.incentive.payout.BankFilePolicy;
import org.yilianti.incentive.payout.PayFile;
import org.yilianti.incentive.payout.PayFileLine;

/** The rows of a file that a bank takes its instructions from. */
final class BankFile {

    private BankFile() {}

    /** The file's rows as the bank wants them. */
    static List<List<String>> rows(
            BankFilePolicy policy, PayFile file, List<PayFileLine> lines, Map<Integer, String> accounts) {
        List<List<String>> rows = new ArrayList<>(lines.size() + 1);
        if (policy.header()) {
            rows.add(policy.columns().stream().map(BankFilePolicy.Column::title).toList());
        }
        for (PayFileLine line : lines) {
            rows.add(policy.columns().stream()
                    .map(column -> policy.cell(column, file, line, accounts.getOrDefault(line.number(), "")))
                    .toList());
        }
        return rows;
    }
}
