package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.posting-changed.v1}: the public state of a posting at a version; {@code to} is exclusive. */
record PostingChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID programmeId,
        ProgrammeKind kind,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        LocalDate from,
        LocalDate to,
        LocalDate agreedTo,
        PostingState status) {

    static OutboxEvent of(RotationPosting posting, ProgrammeKind kind) {
        return OutboxEvent.state(
                "rotation.postings",
                "rotation.posting-changed.v1",
                posting.association(),
                posting.id(),
                posting.version(),
                new PostingChanged(
                        posting.id(),
                        posting.association(),
                        posting.version(),
                        posting.programmeId(),
                        kind,
                        posting.memberId(),
                        posting.homeInstitutionId(),
                        posting.hostInstitutionId(),
                        posting.days().from(),
                        Objects.requireNonNull(posting.days().to()),
                        posting.agreedTo(),
                        posting.state()));
    }
}
