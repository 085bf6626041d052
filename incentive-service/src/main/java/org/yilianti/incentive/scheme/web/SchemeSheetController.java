package org.yilianti.incentive.scheme.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeComparison;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.incentive.scheme.SchemeSheet;
import org.yilianti.incentive.scheme.SchemeSheetManagement;
import org.yilianti.incentive.scheme.SchemeSheetManagement.Taken;
import org.yilianti.incentive.scheme.SchemeSheetReading;
import org.yilianti.incentive.sheet.SheetFile;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;

/** Schemes as sheets, CSV or XLSX: handed out, and taken in as drafts. */
@RestController
@RequestMapping("/v1/indicator-schemes")
class SchemeSheetController {

    private final SchemeSheetManagement management;
    private final IndicatorSchemes schemes;

    SchemeSheetController(SchemeSheetManagement management, IndicatorSchemes schemes) {
        this.management = management;
        this.schemes = schemes;
    }

    @GetMapping(
            path = "/{id}/sheet",
            produces = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE, "application/problem+json"})
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<byte[]> write(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, Caller caller) {
        SheetFormat form = SheetFormat.of(format);
        IndicatorScheme scheme = schemes.get(caller.association(), new SchemeId(id));
        return form.answer("scheme-" + scheme.edition(), "scheme", SchemeSheet.of(scheme.name(), scheme.content()));
    }

    /** Drafts the next edition of the scheme that the sheet names, unless its newest edition says the same; all faults come at once. */
    @PostMapping("/sheets")
    @Requires(Role.EVALUATOR)
    SheetAnswer take(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody byte[] content, Caller caller) {
        Taken taken = management.take(caller, SchemeSheetReading.read(SheetFile.rows(content)), dryRun);
        IndicatorScheme scheme = taken.scheme();
        return new SheetAnswer(taken.outcome(), scheme == null ? null : SchemeAnswer.of(scheme), taken.differences());
    }

    /** Gives a draft what its sheet says; the same sheet coming back changes nothing. */
    @PutMapping("/{id}/sheet")
    @Requires(Role.EVALUATOR)
    ResponseEntity<SchemeAnswer> revise(
            @PathVariable UUID id, @RequestBody byte[] content, ExpectedVersion expected, Caller caller) {
        IndicatorScheme scheme =
                management.revise(caller, new SchemeId(id), expected, SchemeSheetReading.read(SheetFile.rows(content)));
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(scheme.version())).body(SchemeAnswer.of(scheme));
    }

    /** What became of a sheet: {@code drafted}, {@code unchanged}, or {@code judged} only; and how it differs from the newest edition. */
    record SheetAnswer(String outcome, @Nullable SchemeAnswer scheme, List<SchemeComparison.Difference> differences) {}
}
