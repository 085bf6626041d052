package org.yilianti.staff.bulk.web;

import java.util.List;
import java.util.Locale;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.bulk.ImportResult;

/** A rejected row as it is shown, in the caller's language. */
record ImportRowView(long line, String key, String status, List<RowError> errors) {

    /** One thing wrong with it; column is empty when it concerns the whole row. */
    record RowError(String column, String code, String message) {}

    static ImportRowView of(ImportResult row, ProblemFactory problems, Locale locale) {
        return new ImportRowView(
                row.line(),
                row.key(),
                "rejected",
                row.faults().stream()
                        .map(fault -> new RowError(
                                fault.column(),
                                fault.code(),
                                problems.text(fault.code(), fault.args().toArray(), locale)))
                        .toList());
    }
}
