package org.yilianti.rotation.wish.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.time.Era;
import org.yilianti.rotation.table.TableFormat;
import org.yilianti.rotation.table.TableReading;
import org.yilianti.rotation.table.TableSheet;
import org.yilianti.rotation.table.TableWriting;
import org.yilianti.rotation.wish.WishArea;
import org.yilianti.rotation.wish.WishAreas;
import org.yilianti.rotation.wish.WishFault;
import org.yilianti.rotation.wish.WishFiles;
import org.yilianti.rotation.wish.WishImport;
import org.yilianti.rotation.wish.WishImportManagement;

/** Wishes as files, csv or xlsx: of a plan, or of a site ({@code institution}) and a {@code month}. */
@RestController
@RequestMapping("/v1/roster-wishes")
class WishFileController {

    private final WishAreas areas;
    private final WishFiles files;
    private final WishImportManagement imports;
    private final ProblemFactory texts;

    WishFileController(WishAreas areas, WishFiles files, WishImportManagement imports, ProblemFactory texts) {
        this.areas = areas;
        this.files = files;
        this.imports = imports;
        this.texts = texts;
    }

    /** What a file did; of a dry run, what it would have done. */
    record WishImportResource(
            UUID id,
            boolean dryRun,
            int rows,
            int created,
            int changed,
            int unchanged,
            int rejected,
            List<WishFaultResource> faults) {}

    /** Why a row was rejected; message in the caller's language. */
    record WishFaultResource(long line, String column, String code, String message) {}

    /** The body is the file itself; its media type is checked last, so that others are told that the site is none of theirs. */
    @PostMapping("/imports")
    @Requires(Role.SCHEDULER)
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    WishImportResource take(
            @RequestParam @Nullable UUID plan,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String month,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Locale locale,
            Caller caller)
            throws IOException {
        WishArea area = area(caller, plan, institution, month);
        String type = request.getContentType();
        MediaType media = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
        TableFormat format = TableFormat.ofMediaType(media.getType() + "/" + media.getSubtype())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        var rows = new TableReading(WishFiles.columns()).read(format, request.getInputStream());
        return resource(imports.take(caller, area, rows, dryRun), locale);
    }

    /** The wishes that stand. */
    @GetMapping("/files/{format}")
    @Requires(Role.SCHEDULER)
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam @Nullable UUID plan,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String month,
            Caller caller) {
        WishArea area = area(caller, plan, institution, month);
        return answer(TableFormat.ofExtension(format), "roster-wishes", List.of(files.standing(area)));
    }

    /** An empty list; in a workbook with the codes on a second sheet. */
    @GetMapping("/templates/{format}")
    @Requires(Role.SCHEDULER)
    ResponseEntity<byte[]> template(
            @PathVariable String format,
            @RequestParam @Nullable UUID plan,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String month,
            Locale locale,
            Caller caller) {
        WishArea area = area(caller, plan, institution, month);
        return answer(
                TableFormat.ofExtension(format),
                "roster-wishes-template",
                List.of(files.empty(), files.codes(area, locale)));
    }

    /** Every code of every column with its meaning in the caller's language. */
    @GetMapping("/codes/{format}")
    @Requires(Role.SCHEDULER)
    ResponseEntity<byte[]> codes(
            @PathVariable String format,
            @RequestParam @Nullable UUID plan,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String month,
            Locale locale,
            Caller caller) {
        WishArea area = area(caller, plan, institution, month);
        return answer(TableFormat.ofExtension(format), "roster-wishes-codes", List.of(files.codes(area, locale)));
    }

    private WishArea area(Caller caller, @Nullable UUID plan, @Nullable UUID institution, @Nullable String month) {
        YearMonth named = month == null ? null : Era.month(month);
        return areas.of(caller, plan, institution, named);
    }

    private static ResponseEntity<byte[]> answer(TableFormat format, String name, List<TableSheet> sheets) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        format == TableFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.extension())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(TableWriting.write(format, sheets));
    }

    private WishImportResource resource(WishImport done, Locale locale) {
        return new WishImportResource(
                done.id(),
                done.dryRun(),
                done.rows(),
                done.created(),
                done.changed(),
                done.unchanged(),
                done.rejected(),
                done.faults().stream().map(fault -> resource(fault, locale)).toList());
    }

    private WishFaultResource resource(WishFault fault, Locale locale) {
        Object[] args = fault.args().stream().map(String::valueOf).toArray();
        return new WishFaultResource(
                fault.line(), fault.column(), fault.code(), texts.text(fault.code(), args, locale));
    }
}
