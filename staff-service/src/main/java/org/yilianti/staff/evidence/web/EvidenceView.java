package org.yilianti.staff.evidence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.evidence.EvidenceFile;
import org.yilianti.staff.evidence.EvidenceFile.Withdrawal;

/** A file as it is shown. */
record EvidenceView(
        UUID id,
        long version,
        String ownerKind,
        UUID ownerId,
        UUID memberId,
        @Nullable String fileName,
        String mediaType,
        int size,
        String sha256,
        String scan,
        String status,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawalReason,
        @Nullable LocalDate keptUntil,
        @Nullable Instant destroyedAt) {

    static EvidenceView of(EvidenceFile file) {
        Optional<Withdrawal> withdrawal = Optional.ofNullable(file.withdrawal());
        return new EvidenceView(
                file.id(),
                file.version(),
                file.ownerKind().code(),
                file.ownerId(),
                file.member().value(),
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.hash(),
                file.scan().code(),
                file.status(),
                file.uploadedAt(),
                file.uploadedBy(),
                withdrawal.map(Withdrawal::at).orElse(null),
                withdrawal.map(Withdrawal::by).orElse(null),
                withdrawal.map(Withdrawal::reason).orElse(null),
                withdrawal.map(Withdrawal::keptUntil).orElse(null),
                withdrawal.map(Withdrawal::destroyedAt).orElse(null));
    }
}
