package org.yilianti.platform.notebook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.RequiresRecentSignIn;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.idempotency.WithoutIdempotencyKey;
import org.yilianti.platform.notebook.NoteManagement.Note;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

@RestController
@RequestMapping("/v1/notes")
class NoteController {

    private final NoteManagement notes;

    NoteController(NoteManagement notes) {
        this.notes = notes;
    }

    record Draft(
            @NotNull String institution,
            @NotNull @Size(max = 200) String words) {}

    /** Days on which somebody means to write. */
    record Plan(
            @NotNull @InEra LocalDate day,
            @InEra @Nullable YearMonth month,
            @InEra @Nullable Instant at) {}

    @GetMapping
    @Requires(Role.HR_OFFICER)
    Page<Note> list(Caller caller, PageRequest page) {
        return Page.of(notes.list(caller, page), page, note -> Cursor.of(note.id()));
    }

    @GetMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<Note> read(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), notes.find(caller, id));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<Note> write(Caller caller, @Valid @RequestBody Draft draft) {
        Note note = notes.write(caller, draft.institution(), draft.words());
        return answer(ResponseEntity.created(URI.create("/v1/notes/" + note.id())), note);
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<Note> rewrite(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody Draft draft) {
        return answer(ResponseEntity.ok(), notes.rewrite(caller, id, expected, draft.words()));
    }

    @PostMapping("/{id}/readings")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<Note> confirmRead(Caller caller, @PathVariable UUID id, @Nullable ExpectedVersion expected) {
        Note note = notes.find(caller, id);
        ExpectedVersion.checkIfSent(expected, note.version());
        return answer(ResponseEntity.ok(), note);
    }

    @PostMapping("/failures")
    @Requires(Role.HR_OFFICER)
    Note fail(Caller caller) {
        notes.write(caller, "T01", "half done");
        throw new IllegalStateException("secret detail of the inside");
    }

    @PostMapping("/questions")
    @Requires(Role.HR_OFFICER)
    @WithoutIdempotencyKey
    String ask() {
        return "no change";
    }

    @GetMapping("/days")
    @Requires(Role.HR_OFFICER)
    String days(@RequestParam @Nullable LocalDate day, @RequestParam @Nullable YearMonth month) {
        return day + " " + month;
    }

    @PostMapping("/plans")
    @Requires(Role.HR_OFFICER)
    @WithoutIdempotencyKey
    String plan(@Valid @RequestBody Plan plan) {
        return plan.toString();
    }

    @PostMapping("/farewells")
    @Requires(Role.HR_OFFICER)
    @RequiresRecentSignIn
    Note bid(Caller caller) {
        return notes.write(caller, "T01", "farewell");
    }

    private static ResponseEntity<Note> answer(ResponseEntity.BodyBuilder answer, Note note) {
        return answer.eTag(ExpectedVersion.etag(note.version())).body(note);
    }
}
