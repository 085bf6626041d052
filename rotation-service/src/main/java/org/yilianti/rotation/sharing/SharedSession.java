package org.yilianti.rotation.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * A session of a specialist with its bookings. Immutable: each verb gives the changed one.
 *
 * @param reason why it was cancelled; null otherwise
 * @param bookings cancelled ones included, oldest first
 */
public record SharedSession(
        UUID id,
        UUID association,
        long version,
        SessionOffer offer,
        SessionStatus status,
        @Nullable String reason,
        String offeredBy,
        List<SessionBooking> bookings) {

    static SharedSession offered(UUID association, SessionOffer offer, String by) {
        return new SharedSession(Ids.next(), association, 1, offer, SessionStatus.OPEN, null, by, List.of());
    }

    /** Places that nobody has booked. */
    public int free() {
        return offer.capacity() - taken();
    }

    /** Where it is held: at the offerer's, or with those who have booked it. */
    public Set<UUID> places() {
        return offer.visiting()
                ? bookings.stream()
                        .filter(SessionBooking::takesPlaces)
                        .map(SessionBooking::institutionId)
                        .collect(Collectors.toSet())
                : Set.of(offer.institutionId());
    }

    int taken() {
        return bookings.stream()
                .filter(SessionBooking::takesPlaces)
                .mapToInt(SessionBooking::places)
                .sum();
    }

    /** An institution takes places; refuses (409) more than are free. */
    SharedSession booked(UUID institution, int places, @Nullable String note, String by, Instant now) {
        requireAhead(now);
        if (!offer.visiting() && institution.equals(offer.institutionId())) {
            throw Refusal.invalid("shared-session.own").at("/institutionId");
        }
        if (places > free()) {
            throw Refusal.conflict("shared-session.full", places, free());
        }
        List<SessionBooking> more = new ArrayList<>(bookings);
        more.add(new SessionBooking(
                Ids.next(), institution, places, BookingStatus.BOOKED, note, by, now, null, null, null));
        return with(status, reason, more);
    }

    /** The offerer says that it will be so; not who booked. */
    SharedSession confirmed(UUID bookingId, String by, Instant now) {
        requireAhead(now);
        SessionBooking booking = booking(bookingId);
        if (booking.status() != BookingStatus.BOOKED) {
            throw Refusal.conflict(
                    "shared-session.booking-state", booking.status().code());
        }
        if (booking.bookedBy().equals(by)) {
            throw Refusal.forbidden("shared-session.four-eyes", by);
        }
        return replacing(bookingId, one -> one.decided(BookingStatus.CONFIRMED, by, now, null));
    }

    /** Gives the places back. */
    SharedSession cancelled(UUID bookingId, String by, Instant now, String why) {
        requireAhead(now);
        SessionBooking booking = booking(bookingId);
        if (!booking.takesPlaces()) {
            throw Refusal.conflict(
                    "shared-session.booking-state", booking.status().code());
        }
        return replacing(bookingId, one -> one.decided(BookingStatus.CANCELLED, by, now, why));
    }

    /** The session does not take place; every booking ends with it. */
    SharedSession cancelled(String by, Instant now, String why) {
        requireAhead(now);
        return with(
                SessionStatus.CANCELLED,
                why,
                bookings.stream()
                        .map(one -> one.takesPlaces() ? one.decided(BookingStatus.CANCELLED, by, now, why) : one)
                        .toList());
    }

    /** Refuses (404) a booking of another session. */
    SessionBooking booking(UUID bookingId) {
        return bookings.stream()
                .filter(one -> one.id().equals(bookingId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("shared-session.unknown-booking", bookingId));
    }

    private void requireAhead(Instant now) {
        if (status != SessionStatus.OPEN) {
            throw Refusal.conflict("shared-session.cancelled");
        }
        if (!now.isBefore(offer.startsAt())) {
            throw Refusal.conflict("shared-session.begun", offer.startsAt());
        }
    }

    private SharedSession replacing(UUID bookingId, UnaryOperator<SessionBooking> change) {
        return with(
                status,
                reason,
                bookings.stream()
                        .map(one -> one.id().equals(bookingId) ? change.apply(one) : one)
                        .toList());
    }

    private SharedSession with(SessionStatus next, @Nullable String why, List<SessionBooking> changed) {
        return new SharedSession(id, association, version + 1, offer, next, why, offeredBy, List.copyOf(changed));
    }
}
