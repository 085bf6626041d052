package org.yilianti.incentive.scheme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.incentive.scheme.SchemeSheet;
import org.yilianti.incentive.scheme.Scoring;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;

/** Sheets to fill in: {@code blank}, or a ready-made scheme, with the codes of each column in remarks below. */
@RestController
@RequestMapping("/v1/indicator-scheme-templates")
class TemplateSheetController {

    private static final String BLANK = "blank";

    private final SchemeTemplateController templates;
    private final ProblemFactory texts;

    TemplateSheetController(SchemeTemplateController templates, ProblemFactory texts) {
        this.templates = templates;
        this.texts = texts;
    }

    @GetMapping(
            path = "/{code}/sheet",
            produces = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE, "application/problem+json"})
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<byte[]> write(
            @PathVariable String code, @RequestParam(defaultValue = "csv") String format, Locale locale) {
        SheetFormat form = SheetFormat.of(format);
        List<List<String>> rows = new ArrayList<>(code.equals(BLANK) ? SchemeSheet.blank() : readyMade(code));
        remarks(locale).forEach(remark -> rows.add(List.of(remark)));
        return form.answer("scheme-" + code, "scheme", rows);
    }

    private List<List<String>> readyMade(String code) {
        SchemeRequest template = templates.read(code);
        return SchemeSheet.of(template.name(), template.toContent());
    }

    private List<String> remarks(Locale locale) {
        return Stream.of(
                        text("scheme.sheet-about", locale),
                        "kind: scheme, group, indicator",
                        "scoring: " + codes(Stream.of(Scoring.values()).map(Scoring::code)),
                        "source: " + codes(DataSource.codes().stream()),
                        "noData: " + codes(Stream.of(NoData.values()).map(NoData::code)),
                        "bands: 0.5=0.6; 0.8=1")
                .map(line -> "# " + line)
                .toList();
    }

    private static String codes(Stream<String> codes) {
        return String.join(", ", codes.toList());
    }

    private String text(String key, Locale locale) {
        return texts.text(key, null, locale);
    }
}
