package org.yilianti.staff.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.evidence.ContentStore;
import org.yilianti.staff.evidence.EvidenceFile;
import org.yilianti.staff.evidence.EvidenceManagement;
import org.yilianti.staff.evidence.web.EvidenceReading.Found;

/** One file: what is known of it, its content, its withdrawal. */
@RestController
@RequestMapping("/v1/evidence-files/{id}")
class EvidenceFileController {

    private final EvidenceManagement management;
    private final ContentStore contents;
    private final EvidenceReading reading;

    EvidenceFileController(EvidenceManagement management, ContentStore contents, EvidenceReading reading) {
        this.management = management;
        this.contents = contents;
        this.reading = reading;
    }

    /** Why a file no longer counts. */
    record EvidenceWithdrawalRequest(@Nullable String reason) {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    ResponseEntity<EvidenceView> get(Caller caller, @PathVariable UUID id) {
        return shown(reading.file(caller, id).file());
    }

    /** The file as it was uploaded, to be saved; each download is noted before it begins. */
    @GetMapping("/content")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    void download(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Found found = reading.content(caller, id);
        EvidenceFile file = found.file();
        management.open(Editor.of(caller), found.owner(), file);
        response.setContentType(file.type().mediaType());
        response.setContentLength(file.size());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(String.valueOf(file.name()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        contents.copy(file, response.getOutputStream());
    }

    @PostMapping("/withdrawals")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<EvidenceView> withdraw(
            Caller caller, @PathVariable UUID id, @RequestBody EvidenceWithdrawalRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        Found found = reading.file(editor, id);
        return shown(management.withdraw(editor, found.owner(), id, Entry.form("reason", request.reason())));
    }

    private static ResponseEntity<EvidenceView> shown(EvidenceFile file) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(file.version())).body(EvidenceView.of(file));
    }
}
