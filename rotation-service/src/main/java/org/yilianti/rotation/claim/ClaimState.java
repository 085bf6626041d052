package org.yilianti.rotation.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a claim has come. */
public enum ClaimState {
    CLAIMED,
    GRANTED,
    REFUSED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
