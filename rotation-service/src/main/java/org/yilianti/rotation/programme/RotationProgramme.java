package org.yilianti.rotation.programme;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** A programme by which people serve at other sites for months. Immutable: each verb gives the changed one. */
public record RotationProgramme(
        UUID id,
        UUID association,
        long version,
        String name,
        ProgrammeKind kind,
        ProgrammeTerms terms,
        boolean closed) {

    static RotationProgramme made(UUID association, String name, ProgrammeKind kind, ProgrammeTerms terms) {
        return new RotationProgramme(Ids.next(), association, 1, name, kind, terms, false);
    }

    /** No further postings come of it; those that stand go on. */
    RotationProgramme close() {
        requireOpen();
        return new RotationProgramme(id, association, version + 1, name, kind, terms, true);
    }

    void requireOpen() {
        if (closed) {
            throw Refusal.conflict("programme.closed", id);
        }
    }
}
