package org.yilianti.incentive.payout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a return file, row by row. */
public record ReturnOutcome(PayFile file, List<Row> rows) {

    public ReturnOutcome {
        rows = List.copyOf(rows);
    }

    /**
     * A row of the file.
     *
     * @param status returned, unchanged or rejected
     * @param code why it was rejected, as a message code with its arguments; null unless rejected
     */
    public record Row(
            int row, String line, String status, @Nullable String code, List<Object> args) {

        static Row of(ReturnedRows.Judged one) {
            return new Row(one.row().row(), one.row().line(), one.verdict().code(), one.code(), one.args());
        }
    }

    /** How many rows have the status. */
    public long count(String status) {
        return rows.stream().filter(one -> one.status().equals(status)).count();
    }
}
