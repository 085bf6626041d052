package org.yilianti.staff.bulk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.bulk.FileFormat;
import org.yilianti.staff.bulk.ImportId;
import org.yilianti.staff.bulk.ImportJob;
import org.yilianti.staff.bulk.ImportManagement;
import org.yilianti.staff.bulk.Imports;
import org.yilianti.staff.bulk.RegistryLists;
import org.yilianti.staff.entry.Editor;

/** Imports: the body of a POST is the file itself. */
@RestController
@RequestMapping("/v1/imports")
class ImportController {

    private final ImportManagement management;
    private final Imports imports;
    private final RegistryLists lists;
    private final ProblemFactory problems;

    ImportController(ImportManagement management, Imports imports, RegistryLists lists, ProblemFactory problems) {
        this.management = management;
        this.imports = imports;
        this.lists = lists;
        this.problems = problems;
    }

    /**
     * A list takes files of those who may enter its rows by form. The media type is checked here, not in the mapping, so that a caller
     * without the role is told that first.
     */
    @PostMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = SheetController.XLSX,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "202")
    ResponseEntity<ImportView> request(
            Caller caller,
            @RequestParam String list,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Editor editor = importer(caller, list);
        FileFormat format = Optional.ofNullable(request.getContentType())
                .flatMap(FileFormat::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        management.admit(request.getContentLengthLong());
        ImportJob job = management.request(editor, list, dryRun, format, request.getInputStream());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/imports/" + job.id()))
                .body(ImportView.of(job, problems, locale));
    }

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    Page<ImportView> list(Caller caller, PageRequest page, Locale locale) {
        @Nullable UUID before = page.after() == null ? null : page.after().id(0);
        return Page.of(
                        imports.list(caller, before, page.fetchSize()),
                        page,
                        job -> Cursor.of(job.id().value()))
                .map(job -> ImportView.of(job, problems, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    ImportView get(Caller caller, @PathVariable UUID id, Locale locale) {
        return ImportView.of(find(caller, id), problems, locale);
    }

    /** Only rejected rows are kept; what was taken is found in the registry. */
    @GetMapping("/{id}/rows")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    Page<ImportRowView> rows(
            Caller caller,
            @PathVariable UUID id,
            PageRequest page,
            @RequestParam(defaultValue = "rejected") String status,
            Locale locale) {
        if (!status.equals("rejected")) {
            throw Refusal.malformed("import.only-rejected", status);
        }
        long after = page.after() == null ? 0 : page.after().number(0);
        ImportJob job = find(caller, id);
        return Page.of(imports.rejected(job.id(), after, page.fetchSize()), page, row -> Cursor.of(row.line()))
                .map(row -> ImportRowView.of(row, problems, locale));
    }

    /** Stops it; rows that were taken before stay, since each batch was final. */
    @PostMapping("/{id}/cancellations")
    @Requires({Role.HR_OFFICER, Role.ASSOCIATION_ADMIN, Role.EVALUATOR})
    ImportView cancel(Caller caller, @PathVariable UUID id, Locale locale) {
        return ImportView.of(management.cancel(find(caller, id).id()), problems, locale);
    }

    private Editor importer(Caller caller, String list) {
        Role[] roles = lists.named(list).importers().toArray(Role[]::new);
        if (!caller.hasAny(roles)) {
            throw Refusal.forbidden(
                    "import.other-role",
                    list,
                    Arrays.stream(roles).map(Role::claim).sorted().collect(Collectors.joining(", ")));
        }
        return Editor.of(caller, roles);
    }

    private ImportJob find(Caller caller, UUID id) {
        return imports.find(caller, new ImportId(id)).orElseThrow(() -> Refusal.notFound("import.unknown", id));
    }
}
