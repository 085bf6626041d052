package org.yilianti.staff.bulk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.CsvSheet;
import org.yilianti.staff.bulk.ExportManagement;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.RegistryLists;

/** Sheets to download: empty templates, and lists as they are. Both have the columns that an import expects. */
@RestController
class SheetController {

    private final RegistryLists lists;
    private final ExportManagement exports;

    SheetController(RegistryLists lists, ExportManagement exports) {
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(path = "/v1/import-templates/{list}", produces = "text/csv")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN})
    void template(@PathVariable String list, HttpServletResponse response) throws IOException {
        RegistryList known = lists.named(list);
        attach(response, known.name() + ".v1.csv");
        try (CsvSheet sheet = new CsvSheet(response.getOutputStream())) {
            sheet.row(known.columns());
        }
    }

    /** Rows are written while they are read; personal values are masked unless {@code reveal}, which leaves an audit row. */
    @GetMapping(path = "/v1/exports/{list}", produces = "text/csv")
    @Requires({Role.HR_OFFICER, Role.AUDITOR})
    void export(
            Caller caller,
            @PathVariable String list,
            @RequestParam(defaultValue = "false") boolean reveal,
            HttpServletResponse response)
            throws IOException {
        RegistryList known = lists.named(list);
        RegistryList.Export export = exports.request(caller, known, reveal);
        attach(response, known.name() + ".csv");
        try (CsvSheet sheet = new CsvSheet(response.getOutputStream())) {
            sheet.row(known.columns());
            known.export(export, sheet::row);
        }
    }

    private static void attach(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
    }
}
