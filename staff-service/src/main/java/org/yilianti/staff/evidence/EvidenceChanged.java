package org.yilianti.staff.evidence;

import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** A file was kept, withdrawn or destroyed: nothing of its content; the schema is {@code contracts/events/staff.evidence-file-changed.v1}. */
record EvidenceChanged(
        UUID id,
        UUID associationId,
        long version,
        String ownerKind,
        UUID ownerId,
        UUID memberId,
        String mediaType,
        int size,
        String scan,
        String status) {

    static OutboxEvent of(EvidenceFile file) {
        return OutboxEvent.state(
                "staff.evidence-files",
                "staff.evidence-file-changed.v1",
                file.association(),
                file.id(),
                file.version(),
                new EvidenceChanged(
                        file.id(),
                        file.association(),
                        file.version(),
                        file.ownerKind().code(),
                        file.ownerId(),
                        file.member().value(),
                        file.type().mediaType(),
                        file.size(),
                        file.scan().code(),
                        file.status()));
    }
}
