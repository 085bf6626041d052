package org.yilianti.staff.bulk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.bulk.ExportManagement;
import org.yilianti.staff.bulk.FileFormat;
import org.yilianti.staff.bulk.ImportId;
import org.yilianti.staff.bulk.ImportJob;
import org.yilianti.staff.bulk.ImportResult;
import org.yilianti.staff.bulk.Imports;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.RegistryLists;
import org.yilianti.staff.bulk.Sheet;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.bulk.Workbook;
import org.yilianti.staff.entry.Fault;

/** Sheets to download, as csv or xlsx: empty templates, lists as they are, results of imports. */
@RestController
class SheetController {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RegistryLists lists;
    private final ExportManagement exports;
    private final Imports imports;
    private final ProblemFactory texts;

    SheetController(RegistryLists lists, ExportManagement exports, Imports imports, ProblemFactory texts) {
        this.lists = lists;
        this.exports = exports;
        this.imports = imports;
        this.texts = texts;
    }

    /** The columns that an import expects; a workbook also explains every code and says which version it is. */
    @GetMapping(
            path = "/v1/import-templates/{list}",
            produces = {CSV, XLSX})
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    void template(
            @PathVariable String list, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response)
            throws IOException {
        FileFormat wanted = FileFormat.named(format);
        Template known = lists.named(list).template();
        OutputStream out = attach(response, known.label(), wanted);
        try (Sheet sheet = wanted.open(out, known.name())) {
            sheet.row(known.header());
            if (sheet instanceof Workbook workbook) {
                explain(known, workbook);
            }
        }
    }

    private void explain(Template list, Workbook workbook) {
        workbook.next(Template.CODES);
        workbook.row(List.of("column", "code", "zh", "en"));
        list.columns().forEach(column -> column.codes()
                .forEach(code -> workbook.row(List.of(
                        column.name(),
                        code,
                        texts.text("code." + code, null, Locale.SIMPLIFIED_CHINESE),
                        texts.text("code." + code, null, Locale.ENGLISH)))));
        workbook.next(Template.ABOUT);
        workbook.row(List.of(list.label()));
    }

    /** Rows of a list for whoever reads all lists or may bring this one, written while they are read; personal values are masked unless {@code reveal}, which leaves an audit row. */
    @GetMapping(
            path = "/v1/exports/{list}",
            produces = {CSV, XLSX})
    @Requires({Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    void export(
            Caller caller,
            @PathVariable String list,
            @RequestParam(defaultValue = "false") boolean reveal,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        FileFormat wanted = FileFormat.named(format);
        RegistryList known = lists.named(list);
        RegistryList.Export export = exports.request(caller, known, readers(caller, known), reveal);
        OutputStream out = attach(response, known.template().name(), wanted);
        try (Sheet sheet = wanted.open(out, known.template().name())) {
            sheet.row(known.template().header());
            known.export(export, sheet::row);
        }
    }

    private static Role[] readers(Caller caller, RegistryList list) {
        Set<Role> roles = EnumSet.of(Role.HR_OFFICER, Role.AUDITOR);
        roles.addAll(list.importers());
        Role[] readers = roles.toArray(Role[]::new);
        if (!caller.hasAny(readers)) {
            throw Refusal.forbidden(
                    "export.other-role",
                    list.template().name(),
                    roles.stream().map(Role::claim).sorted().collect(Collectors.joining(", ")));
        }
        return readers;
    }

    /** What became of each row that was judged so far; a row with several faults has a line for each. */
    @GetMapping(
            path = "/v1/imports/{id}/result",
            produces = {CSV, XLSX})
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    void result(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        FileFormat wanted = FileFormat.named(format);
        ImportJob job =
                imports.find(caller, new ImportId(id)).orElseThrow(() -> Refusal.notFound("import.unknown", id));
        OutputStream out = attach(response, job.list() + "-result", wanted);
        try (Sheet sheet = wanted.open(out, "result")) {
            sheet.row(List.of("line", "key", "status", "column", "code", "reason_zh", "reason_en"));
            imports.results(job.id(), row -> write(row, sheet));
        }
    }

    private void write(ImportResult row, Sheet sheet) {
        String line = Long.toString(row.line());
        if (row.faults().isEmpty()) {
            sheet.row(List.of(line, row.key(), "accepted", "", "", "", ""));
        }
        for (Fault fault : row.faults()) {
            Object[] args = fault.args().toArray();
            sheet.row(List.of(
                    line,
                    row.key(),
                    "rejected",
                    fault.column(),
                    fault.code(),
                    texts.text(fault.code(), args, Locale.SIMPLIFIED_CHINESE),
                    texts.text(fault.code(), args, Locale.ENGLISH)));
        }
    }

    private static OutputStream attach(HttpServletResponse response, String name, FileFormat format)
            throws IOException {
        response.setContentType(format == FileFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.extension())
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
