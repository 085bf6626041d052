package org.yilianti.rotation.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether places can be booked. */
public enum SessionStatus {
    OPEN,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
