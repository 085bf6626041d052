package org.yilianti.rotation.leave;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a request for leave has come. */
public enum LeaveState {
    REQUESTED,
    GRANTED,
    REFUSED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
