package org.yilianti.staff.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;

/** Keeps the trace of what is done with a file, and tells of what became of it. */
@Component
class EvidenceLedger {

    private final Outbox outbox;
    private final AuditTrail audit;

    EvidenceLedger(Outbox outbox, AuditTrail audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Traces and tells of a change.
     *
     * @param institution whose office did it; null when none did
     */
    void changed(
            Editor editor, String action, EvidenceFile file, @Nullable String institution, @Nullable String reason) {
        outbox.publish(EvidenceChanged.of(file));
        trace(editor, action, file, institution, reason);
    }

    /** Traces what leaves the file as it is. */
    void trace(Editor editor, String action, EvidenceFile file, @Nullable String institution, @Nullable String reason) {
        audit.record(editor.did(action, "evidence-file", file.id(), institution, file.trace(reason)));
    }
}
