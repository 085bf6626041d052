package org.yilianti.incentive.survey.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.sheet.SheetFile;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.incentive.survey.PaperManagement;
import org.yilianti.incentive.survey.PaperManagement.Counted;
import org.yilianti.incentive.survey.PaperSheet;
import org.yilianti.incentive.survey.Survey;
import org.yilianti.incentive.survey.Surveys;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Violation;

/** Paper questionnaires as CSV or XLSX. */
@RestController
@RequestMapping("/v1/surveys/{id}/paper-sheet")
class PaperController {

    private final PaperManagement management;
    private final Surveys surveys;
    private final ProblemFactory texts;

    PaperController(PaperManagement management, Surveys surveys, ProblemFactory texts) {
        this.management = management;
        this.surveys = surveys;
        this.texts = texts;
    }

    /** The table to fill in, with questions, their answers and subjects in remarks. */
    @GetMapping(produces = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE, "application/problem+json"})
    @Requires({Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION})
    ResponseEntity<byte[]> template(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, Locale locale, Caller caller) {
        SheetFormat form = SheetFormat.of(format);
        Survey survey =
                surveys.get(caller.association(), id, caller.scope(Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION));
        List<List<String>> rows = new ArrayList<>();
        rows.add(PaperSheet.titles(survey));
        rows.add(List.of("# " + texts.text("survey.sheet-about", null, locale)));
        survey.questions()
                .questions()
                .forEach(one -> rows.add(
                        List.of("# " + one.code() + ": " + one.text(), one.scale() ? "1 – " + one.steps() : "0 / 1")));
        survey.subjects().forEach(one -> rows.add(List.of("# subjectCode: " + one.code())));
        return form.answer("papers", "papers", rows);
    }

    /** Takes what can be taken, each questionnaire's number once, and says of each other line why not; sent again, it changes nothing. */
    @PutMapping
    @Requires({Role.EVALUATOR, Role.INTEGRATION})
    PaperImport take(@PathVariable UUID id, @RequestBody byte[] content, Locale locale, Caller caller) {
        Counted counted = management.take(caller, id, SheetFile.rows(content));
        return new PaperImport(
                counted.taken(),
                counted.refused(),
                counted.faults().stream()
                        .map(one -> fault(one, locale))
                        .sorted(Comparator.comparing(PaperFault::line))
                        .toList());
    }

    private PaperFault fault(Violation one, Locale locale) {
        String[] steps = one.pointer().split("/", 4);
        return new PaperFault(
                Long.parseLong(steps[2]),
                steps.length > 3 ? steps[3] : "",
                one.code(),
                texts.text(one.code(), one.args(), locale));
    }

    /** How many questionnaires were taken, and why the others were not. */
    record PaperImport(int taken, int refused, List<PaperFault> faults) {}

    /** What is wrong with a line of the file; the column is empty where the whole line is meant. */
    record PaperFault(long line, String column, String code, String message) {}
}
