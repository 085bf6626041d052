package org.yilianti.staff.evidence.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.CallerSource;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.evidence.EvidenceOwner;
import org.yilianti.staff.evidence.Examination;
import org.yilianti.staff.evidence.ExaminedFile;
import org.yilianti.staff.evidence.FileType;
import org.yilianti.staff.evidence.OwnerKind;

/**
 * Reads and examines an upload behind the sign-in and before the transaction of the request begins, so that neither a slow sender nor the
 * virus scan holds a connection of the database. Whoever may not upload there is let through unexamined, to be refused as ever.
 */
class UploadFilter extends OncePerRequestFilter {

    private final CallerSource callers;
    private final EvidenceReading reading;
    private final Examination examination;

    UploadFilter(CallerSource callers, EvidenceReading reading, Examination examination) {
        this.callers = callers;
        this.reading = reading;
        this.examination = examination;
    }

    /** Where to whom a file is sent, as far as that is permitted. */
    private record Destination(Editor editor, EvidenceOwner owner, FileType type) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Destination> destination = destination(request);
        chain.doFilter(destination.isEmpty() ? request : examined(request, destination.get()), response);
    }

    private HttpServletRequest examined(HttpServletRequest request, Destination to) throws IOException {
        try {
            ExaminedFile file = examination.examine(
                    to.editor(),
                    to.owner(),
                    to.type(),
                    name(request.getHeader(HttpHeaders.CONTENT_DISPOSITION)),
                    request.getContentLengthLong(),
                    request.getInputStream());
            new ExaminedUpload(file, null).keepWith(request);
            return new ReadRequest(request, file.content());
        } catch (Refusal refusal) {
            new ExaminedUpload(null, refusal).keepWith(request);
            return request;
        }
    }

    private Optional<Destination> destination(HttpServletRequest request) {
        try {
            Caller caller = callers.current();
            Editor editor = Editor.of(caller, Role.HR_OFFICER);
            OwnerKind kind = kind(String.valueOf(request.getParameter("ownerKind")));
            UUID id = UUID.fromString(String.valueOf(request.getParameter("ownerId")));
            return caller.has(Role.HR_OFFICER)
                    ? Optional.ofNullable(request.getContentType())
                            .flatMap(FileType::declared)
                            .map(type -> new Destination(editor, reading.owner(editor, kind, id), type))
                    : Optional.empty();
        } catch (Refusal | IllegalArgumentException refusedAnyway) {
            return Optional.empty();
        }
    }

    private static @Nullable String name(@Nullable String disposition) {
        try {
            return disposition == null
                    ? null
                    : ContentDisposition.parse(disposition).getFilename();
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed("evidence.disposition");
        }
    }

    static OwnerKind kind(String code) {
        Entry entry = Entry.form("ownerKind", code);
        OwnerKind kind = entry.choice("ownerKind", OwnerKind.class);
        entry.refuseIfFaulty();
        return kind;
    }
}
