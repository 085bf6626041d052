package org.yilianti.rotation.service.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import org.yilianti.rotation.service.batch.ImportCounts;
import org.yilianti.rotation.service.batch.ImportStatus;
import org.yilianti.rotation.service.batch.ImportedRow;
import org.yilianti.rotation.service.batch.ServiceImport;
import org.yilianti.rotation.service.batch.ServiceImportManagement;
import org.yilianti.rotation.service.batch.ServiceImports;

/** Files of service: the body of a POST is the file itself, CSV or JSON. */
@RestController
@RequestMapping("/v1/service-record-imports")
class ServiceImportController {

    private static final MediaType CSV = new MediaType("text", "csv");

    private final ServiceImportManagement management;
    private final ServiceImports imports;
    private final ProblemFactory texts;

    ServiceImportController(ServiceImportManagement management, ServiceImports imports, ProblemFactory texts) {
        this.management = management;
        this.imports = imports;
        this.texts = texts;
    }

    /**
     * How far a file has come.
     *
     * @param rows taken so far
     * @param code why it was given up; null unless it failed
     */
    record ImportResource(
            UUID id,
            ImportStatus status,
            String importedBy,
            Instant importedAt,
            @Nullable Instant finishedAt,
            int rows,
            int created,
            int corrected,
            int unchanged,
            int flagged,
            int rejected,
            @Nullable String code,
            @Nullable String message) {}

    /** A row that was rejected or flagged; message in the caller's language. */
    record ImportedRowResource(
            int row,
            String sourceId,
            String status,
            @Nullable String column,
            @Nullable String code,
            @Nullable String message,
            List<FlagResource> flags) {}

    /** The media type is checked here, not in the mapping, so that a caller without the role is told that first. */
    @PostMapping
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "string"))
                            }))
    @ApiResponse(responseCode = "202")
    ResponseEntity<ImportResource> take(HttpServletRequest request, Locale locale, Caller caller) throws IOException {
        String type = request.getContentType();
        MediaType media = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
        if (!CSV.includes(media.removeQualityValue()) && !MediaType.APPLICATION_JSON.includes(media)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        ServiceImport job = management.request(caller, request.getInputStream(), CSV.includes(media));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/service-record-imports/" + job.id()))
                .body(resource(job, locale));
    }

    @GetMapping("/{id}")
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    ImportResource get(@PathVariable UUID id, Locale locale, Caller caller) {
        return resource(find(caller, id), locale);
    }

    /** The caller's own, newest first. */
    @GetMapping
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    Page<ImportResource> list(PageRequest page, Locale locale, Caller caller) {
        return Page.of(imports.list(caller, page), page, one -> Cursor.of(one.id()))
                .map(one -> resource(one, locale));
    }

    /** Only rows that were rejected or flagged; the others are found among the records. */
    @GetMapping("/{id}/rows")
    @Requires({Role.INTEGRATION, Role.HR_OFFICER})
    Page<ImportedRowResource> rows(@PathVariable UUID id, PageRequest page, Locale locale, Caller caller) {
        return Page.of(imports.rows(find(caller, id), page), page, row -> Cursor.of(row.position()))
                .map(row -> resource(row, locale));
    }

    private ServiceImport find(Caller caller, UUID id) {
        return imports.find(caller, id).orElseThrow(() -> Refusal.notFound("service-import.unknown", id));
    }

    private ImportResource resource(ServiceImport one, Locale locale) {
        ImportCounts counts = one.counts();
        ServiceImport.Failure failure = one.failure();
        return new ImportResource(
                one.id(),
                one.status(),
                one.recorder().name(),
                one.importedAt(),
                one.finishedAt(),
                counts.rows(),
                counts.created(),
                counts.corrected(),
                counts.unchanged(),
                counts.flagged(),
                counts.rejected(),
                failure == null ? null : failure.code(),
                failure == null
                        ? null
                        : texts.text(failure.code(), failure.args().toArray(), locale));
    }

    private ImportedRowResource resource(ImportedRow row, Locale locale) {
        String code = row.code();
        return new ImportedRowResource(
                row.position(),
                row.sourceId(),
                row.status(),
                row.column(),
                code,
                code == null
                        ? null
                        : texts.text("service-record." + code, row.args().toArray(), locale),
                FlagResource.of(row.flags(), texts, locale));
    }
}
