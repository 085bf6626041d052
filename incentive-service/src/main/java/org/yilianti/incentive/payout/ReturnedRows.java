package org.yilianti.incentive.payout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Reads the rows of a bank's return file by the columns of the pay file, whose counterpart it is, and one for the reason. */
final class ReturnedRows {

    static final int MOST = 5_000;

    private static final Set<String> REASONS = Set.of("reason", "退回原因", "退票原因", "失败原因", "原因");

    private final Map<String, Integer> columns = new HashMap<>();

    private ReturnedRows(BankFilePolicy policy, List<String> header) {
        Map<String, String> fields = new HashMap<>();
        policy.columns().forEach(column -> fields.put(column.title(), column.field()));
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i).strip();
            String field = REASONS.contains(title) ? "reason" : fields.getOrDefault(title, title);
            columns.putIfAbsent(field, i);
        }
        for (String needed : List.of("line", "reason")) {
            if (!columns.containsKey(needed)) {
                throw Refusal.invalid("payout.return-column-missing", needed);
            }
        }
    }

    /** Refuses (422) a file without rows or without the columns {@code line} and {@code reason}, or with too many rows. */
    static List<ReturnedRow> read(BankFilePolicy policy, List<List<String>> file) {
        if (file.size() < 2) {
            throw Refusal.invalid("payout.return-file-empty");
        }
        if (file.size() - 1 > MOST) {
            throw Refusal.invalid("payout.return-file-long", MOST);
        }
        ReturnedRows reading = new ReturnedRows(policy, file.getFirst());
        List<ReturnedRow> rows = new ArrayList<>();
        for (int i = 1; i < file.size(); i++) {
            if (!file.get(i).stream().allMatch(String::isBlank)) {
                rows.add(reading.row(i + 1, file.get(i)));
            }
        }
        return rows;
    }

    private ReturnedRow row(int number, List<String> cells) {
        String account = cell(cells, "account");
        return new ReturnedRow(
                number, cell(cells, "line"), cell(cells, "reason"), fen(cells), account.isEmpty() ? null : account);
    }

    private @Nullable Long fen(List<String> cells) {
        String yuan = cell(cells, "amount-yuan");
        String fen = cell(cells, "amount-fen");
        if (yuan.isEmpty() && fen.isEmpty()) {
            return null;
        }
        try {
            return fen.isEmpty()
                    ? new BigDecimal(yuan).movePointRight(2).longValueExact()
                    : new BigDecimal(fen).longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return -1L;
        }
    }

    /** Without what a spreadsheet or the pay file put before it. */
    private String cell(List<String> cells, String field) {
        int index = columns.getOrDefault(field, Integer.MAX_VALUE);
        String text = index < cells.size() ? cells.get(index).strip() : "";
        return text.startsWith("'") ? text.substring(1) : text;
    }

    /**
     * What becomes of a row.
     *
     * @param code null unless rejected
     */
    record Judged(
            ReturnedRow row, Verdict verdict, @Nullable String code, List<Object> args) {

        private static Judged rejected(ReturnedRow row, String code, Object... args) {
            return new Judged(row, Verdict.REJECTED, code, List.of(args));
        }

        int line() {
            return Integer.parseInt(row.line());
        }
    }

    /** Whether a row is taken. */
    enum Verdict {
        RETURNED,
        /** It was taken before, for the same reason. */
        UNCHANGED,
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges each row against the lines that were sent; each line is taken once. */
    static List<Judged> judge(List<ReturnedRow> rows, Map<Integer, PayFileLine> sent) {
        Map<Integer, ReturnedRow> seen = new HashMap<>();
        return rows.stream()
                .map(row -> judge(row, sent, line -> seen.putIfAbsent(line, row) == null))
                .toList();
    }

    private static Judged judge(ReturnedRow row, Map<Integer, PayFileLine> sent, Predicate<Integer> first) {
        if (!row.line().matches("[0-9]{1,9}")) {
            return Judged.rejected(row, "payout.return-line-invalid", row.line());
        }
        PayFileLine line = sent.get(Integer.valueOf(row.line()));
        if (line == null) {
            return Judged.rejected(row, "payout.return-line-unknown", row.line());
        }
        if (!first.test(line.number())) {
            return Judged.rejected(row, "payout.return-line-repeated", row.line());
        }
        if (row.reason().isEmpty() || row.reason().length() > 200) {
            return Judged.rejected(row, "payout.return-reason-missing", row.line());
        }
        return against(row, line);
    }

    private static Judged against(ReturnedRow row, PayFileLine line) {
        Long amount = row.amountFen();
        String account = row.account();
        if (amount != null && amount != line.amount().fen()) {
            return Judged.rejected(
                    row,
                    "payout.return-amount-differs",
                    row.line(),
                    amount < 0 ? "?" : Money.ofFen(amount).toString(),
                    line.amount().toString());
        }
        if (account != null && !account.endsWith(line.accountEnd())) {
            String end = account.substring(Math.max(0, account.length() - 4));
            return Judged.rejected(row, "payout.return-account-differs", row.line(), end, line.accountEnd());
        }
        if (!line.wasReturned()) {
            return new Judged(row, Verdict.RETURNED, null, List.of());
        }
        return row.reason().equals(line.returnReason())
                ? new Judged(row, Verdict.UNCHANGED, null, List.of())
                : Judged.rejected(row, "payout.return-told-otherwise", row.line(), String.valueOf(line.returnReason()));
    }
}
