package org.yilianti.rotation.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places that an institution has booked.
 *
 * @param decidedBy who confirmed or cancelled it; null while it is only booked
 * @param reason why it was cancelled
 */
public record SessionBooking(
        UUID id,
        UUID institutionId,
        int places,
        BookingStatus status,
        @Nullable String note,
        String bookedBy,
        Instant bookedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    boolean takesPlaces() {
        return status != BookingStatus.CANCELLED;
    }

    SessionBooking decided(BookingStatus next, String by, Instant at, @Nullable String why) {
        return new SessionBooking(id, institutionId, places, next, note, bookedBy, bookedAt, by, at, why);
    }
}
