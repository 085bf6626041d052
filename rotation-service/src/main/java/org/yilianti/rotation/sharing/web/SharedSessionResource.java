package org.yilianti.rotation.sharing.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.sharing.SessionOffer;
import org.yilianti.rotation.sharing.SessionStatus;
import org.yilianti.rotation.sharing.SharedSession;

/** A session as everybody in the association sees it: who has booked is not told. */
record SharedSessionResource(
        UUID id,
        long version,
        UUID institutionId,
        UUID memberId,
        String specialty,
        String place,
        boolean visiting,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int free,
        SessionStatus status,
        @Nullable String reason) {

    static SharedSessionResource of(SharedSession session) {
        SessionOffer offer = session.offer();
        return new SharedSessionResource(
                session.id(),
                session.version(),
                offer.institutionId(),
                offer.memberId(),
                offer.specialty(),
                offer.place(),
                offer.visiting(),
                offer.startsAt(),
                offer.endsAt(),
                offer.capacity(),
                session.free(),
                session.status(),
                session.reason());
    }
}
