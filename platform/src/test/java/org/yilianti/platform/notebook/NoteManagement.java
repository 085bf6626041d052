package org.yilianti.platform.notebook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.PageRequest;

@Component
class NoteManagement {

    /** A note as it is shown and announced. */
    record Note(UUID id, String institution, String words, long version) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;

    NoteManagement(JdbcClient jdbc, Outbox outbox, AuditTrail audit) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public Note write(Caller caller, String institution, String words) {
        caller.require(institution, Role.HR_OFFICER);
        if (words.isBlank()) {
            throw Refusal.invalid("note.empty").at("/words");
        }
        Note note = new Note(Ids.next(), institution, words, 1);
        jdbc.sql("insert into note (id, association_id, institution_code, words, version) values (?, ?, ?, ?, 1)")
                .params(Ids.bytes(note.id()), Ids.bytes(caller.association()), institution, words)
                .update();
        announce(caller, note, "note.written");
        return note;
    }

    @Transactional
    public Note rewrite(Caller caller, UUID id, ExpectedVersion expected, String words) {
        Note old = find(caller, id);
        expected.check(old.version());
        Note note = new Note(id, old.institution(), words, old.version() + 1);
        jdbc.sql("update note set words = ?, version = ? where id = ? and version = ?")
                .params(words, note.version(), Ids.bytes(id), old.version())
                .update();
        announce(caller, note, "note.rewritten");
        return note;
    }

    private void announce(Caller caller, Note note, String action) {
        outbox.publish(OutboxEvent.state(
                "notebook.notes", "notebook.note-changed.v1", caller.association(), note.id(), note.version(), note));
        audit.record(AuditRecord.of(caller, action, "note", note.id(), note.institution(), note));
    }

    Note find(Caller caller, UUID id) {
        InstitutionScope scope = caller.scope(Role.HR_OFFICER);
        return jdbc.sql("select * from note where id = :id and association_id = :association and "
                        + scope.sql("institution_code"))
                .param("id", Ids.bytes(id))
                .param("association", Ids.bytes(caller.association()))
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Note(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("institution_code"),
                        row.getString("words"),
                        row.getLong("version")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("note.unknown", id));
    }

    List<Note> list(Caller caller, PageRequest page) {
        InstitutionScope scope = caller.scope(Role.HR_OFFICER);
        @Nullable UUID after = page.after() == null ? null : page.after().id(0);
        return jdbc.sql("select * from note where association_id = :association and id > :after and "
                        + scope.sql("institution_code") + " order by id limit :size")
                .param("association", Ids.bytes(caller.association()))
                .param("after", after == null ? new byte[16] : Ids.bytes(after))
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query((row, number) -> new Note(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("institution_code"),
                        row.getString("words"),
                        row.getLong("version")))
                .list();
    }
}
