package org.yilianti.rotation.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a booking has come. */
public enum BookingStatus {
    BOOKED,
    CONFIRMED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
