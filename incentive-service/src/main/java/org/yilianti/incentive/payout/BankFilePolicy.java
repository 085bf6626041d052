package org.yilianti.incentive.payout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilianti.platform.problem.Refusal;

/**
 * What the association's bank wants in its file (I9).
 *
 * @param header whether the first row names the columns
 * @param columns in the bank's order
 * @param purpose the text beside each payment; {@code {month}} stands for the month of the run
 */
public record BankFilePolicy(boolean header, List<Column> columns, String purpose) {

    /** A column of the file and the name that the bank gives it. */
    public record Column(String field, String title) {}

    private static final Set<String> FIELDS = Set.of(
            "line",
            "staff-no",
            "holder",
            "account",
            "bank",
            "bank-code",
            "amount-yuan",
            "amount-fen",
            "currency",
            "purpose");

    /** Refuses (422) unknown fields, and a file that would not say whom to pay how much on which account. */
    public BankFilePolicy {
        columns = List.copyOf(columns);
        Set<String> present = columns.stream().map(Column::field).collect(Collectors.toSet());
        for (String field : present) {
            if (!FIELDS.contains(field)) {
                throw Refusal.invalid("policy.bank-field-unknown", field, String.join(", ", sorted(FIELDS)));
            }
        }
        if (!present.contains("holder")
                || !present.contains("account")
                || present.contains("amount-yuan") == present.contains("amount-fen")) {
            throw Refusal.invalid("policy.bank-file-unfit", String.join(", ", sorted(present)));
        }
    }

    /** Nine columns in Chinese, with a header. */
    static BankFilePolicy standard() {
        return new BankFilePolicy(
                true,
                List.of(
                        new Column("line", "序号"),
                        new Column("holder", "收款人户名"),
                        new Column("account", "收款人账号"),
                        new Column("bank", "开户行"),
                        new Column("bank-code", "行号"),
                        new Column("amount-yuan", "金额（元）"),
                        new Column("currency", "币种"),
                        new Column("purpose", "用途"),
                        new Column("staff-no", "工号")),
                "绩效工资 {month}");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    /** The cell of a column for a line. */
    public String cell(Column column, PayFile file, PayFileLine line, String account) {
        return switch (column.field()) {
            case "line" -> Integer.toString(line.number());
            case "staff-no" -> line.staffNo();
            case "holder" -> line.holder();
            case "account" -> account;
            case "bank" -> line.bank();
            case "bank-code" -> line.bankCode();
            case "amount-yuan" -> line.amount().toString();
            case "amount-fen" -> Long.toString(line.amount().fen());
            case "currency" -> "CNY";
            default -> purpose.replace("{month}", file.month().toString());
        };
    }
}
