package org.yilianti.incentive.payout.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.payout.PayFileId;
import org.yilianti.incentive.payout.ReturnManagement;
import org.yilianti.incentive.payout.ReturnOutcome;
import org.yilianti.incentive.sheet.SheetFile;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;

/** Return files of banks: the counterpart of the pay file, with a reason in each row. */
@RestController
class ReturnFileController {

    private final ReturnManagement management;
    private final ProblemFactory texts;

    ReturnFileController(ReturnManagement management, ProblemFactory texts) {
        this.management = management;
        this.texts = texts;
    }

    /** CSV or XLSX. Gives back the rows that fit the pay file, and tells of each row what became of it; sent again, it changes nothing. */
    @PostMapping("/v1/pay-files/{id}/return-files")
    @Requires(Role.PAYROLL_OFFICER)
    ReturnFileAnswer take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] content,
            Caller caller,
            Locale locale) {
        ReturnOutcome outcome = management.take(
                caller,
                new PayFileId(id),
                SheetFile.rows(content).stream().map(SheetRow::cells).toList(),
                dryRun);
        return new ReturnFileAnswer(
                outcome.file().version(),
                outcome.count("returned"),
                outcome.count("unchanged"),
                outcome.count("rejected"),
                outcome.rows().stream().map(one -> row(one, locale)).toList());
    }

    private ReturnFileRow row(ReturnOutcome.Row one, Locale locale) {
        String code = one.code();
        String message = code == null ? null : texts.text(code, one.args().toArray(), locale);
        return new ReturnFileRow(one.row(), one.line(), one.status(), code, message);
    }

    /** How many rows were given back, had been before, or do not fit; and each of them. */
    record ReturnFileAnswer(long version, long returned, long unchanged, long rejected, List<ReturnFileRow> rows) {}

    /** A row by its number in the file; {@code status} is returned, unchanged or rejected, and the message says why. */
    record ReturnFileRow(
            int row,
            String line,
            String status,
            @Nullable String code,
            @Nullable String message) {}
}
