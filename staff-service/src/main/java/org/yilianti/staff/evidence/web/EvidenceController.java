package org.yilianti.staff.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.evidence.EvidenceFile;
import org.yilianti.staff.evidence.EvidenceManagement;
import org.yilianti.staff.evidence.EvidenceManagement.Kept;
import org.yilianti.staff.evidence.EvidenceOwner;
import org.yilianti.staff.evidence.EvidenceRepository;
import org.yilianti.staff.evidence.FileType;
import org.yilianti.staff.evidence.OwnerKind;

/** The files of a record: the body of an upload is the file itself. */
@RestController
@RequestMapping("/v1/evidence-files")
class EvidenceController {

    private final EvidenceManagement management;
    private final EvidenceRepository files;
    private final EvidenceReading reading;

    EvidenceController(EvidenceManagement management, EvidenceRepository files, EvidenceReading reading) {
        this.management = management;
        this.files = files;
        this.reading = reading;
    }

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    Page<EvidenceView> list(
            Caller caller,
            PageRequest page,
            @RequestParam @Schema(allowableValues = {"licence", "sanction", "assessment"}) String ownerKind,
            @RequestParam UUID ownerId) {
        EvidenceOwner owner = reading.owner(caller, kind(ownerKind), ownerId);
        return Page.of(files.list(caller.association(), owner, page), page, row -> Cursor.of(row.id()))
                .map(EvidenceView::of);
    }

    /** 201, or 200 with the file that stands there already with the same content. The media type is checked after the caller's rights. */
    @PostMapping
    @Requires(Role.HR_OFFICER)
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "201")
    ResponseEntity<EvidenceView> upload(
            Caller caller,
            @RequestParam @Schema(allowableValues = {"licence", "sanction", "assessment"}) String ownerKind,
            @RequestParam UUID ownerId,
            @SuppressWarnings("unused") // read before the request's transaction began; named here to be documented
                    @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false)
                    @Nullable String disposition,
            HttpServletRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        EvidenceOwner owner = reading.owner(editor, kind(ownerKind), ownerId);
        requireType(request.getContentType());
        Kept kept = management.attach(editor, owner, ExaminedUpload.of(request));
        EvidenceFile file = kept.file();
        URI address = URI.create("/v1/evidence-files/" + file.id());
        return (kept.added()
                        ? ResponseEntity.created(address)
                        : ResponseEntity.ok().location(address))
                .eTag(ExpectedVersion.etag(file.version()))
                .body(EvidenceView.of(file));
    }

    private static void requireType(@Nullable String sent) {
        if (Optional.ofNullable(sent).flatMap(FileType::declared).isEmpty()) {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "evidence.media-type");
        }
    }

    private static OwnerKind kind(String code) {
        return UploadFilter.kind(code);
    }
}
