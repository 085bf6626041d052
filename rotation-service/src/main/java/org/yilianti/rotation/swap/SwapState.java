package org.yilianti.rotation.swap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a swap has come. */
public enum SwapState {
    ASKED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    APPROVED,
    REFUSED;

    /** Whether anything can still happen. */
    public boolean pending() {
        return this == ASKED || this == ACCEPTED;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
