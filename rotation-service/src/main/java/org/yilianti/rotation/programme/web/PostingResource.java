package org.yilianti.rotation.programme.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.programme.PostingState;
import org.yilianti.rotation.programme.RotationPosting;

/** A posting as callers see it; {@code to} is exclusive, {@code agreedTo} the guaranteed day of return. */
record PostingResource(
        UUID id,
        long version,
        UUID programmeId,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        LocalDate from,
        LocalDate to,
        LocalDate agreedTo,
        PostingState state,
        String proposedBy,
        @Nullable String consentedBy,
        @Nullable String acceptedBy) {

    static PostingResource of(RotationPosting posting) {
        return new PostingResource(
                posting.id(),
                posting.version(),
                posting.programmeId(),
                posting.memberId(),
                posting.homeInstitutionId(),
                posting.hostInstitutionId(),
                posting.days().from(),
                Objects.requireNonNull(posting.days().to()),
                posting.agreedTo(),
                posting.state(),
                posting.proposedBy(),
                posting.consentedBy(),
                posting.acceptedBy());
    }
}
