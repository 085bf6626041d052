package org.yilianti.rotation.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.shared-session-changed.v1}: the public state of a session and its bookings at a version. */
record SharedSessionChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID institutionId,
        UUID memberId,
        String specialty,
        String place,
        boolean visiting,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        SessionStatus status,
        List<Booking> bookings) {

    /** Places of one institution. */
    record Booking(UUID id, UUID institutionId, int places, BookingStatus status) {}

    static OutboxEvent of(SharedSession session) {
        SessionOffer offer = session.offer();
        return OutboxEvent.state(
                "rotation.shared-sessions",
                "rotation.shared-session-changed.v1",
                session.association(),
                session.id(),
                session.version(),
                new SharedSessionChanged(
                        session.id(),
                        session.association(),
                        session.version(),
                        offer.institutionId(),
                        offer.memberId(),
                        offer.specialty(),
                        offer.place(),
                        offer.visiting(),
                        offer.startsAt(),
                        offer.endsAt(),
                        offer.capacity(),
                        session.taken(),
                        session.status(),
                        session.bookings().stream()
                                .map(one -> new Booking(one.id(), one.institutionId(), one.places(), one.status()))
                                .toList()));
    }
}
