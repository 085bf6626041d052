package org.yilianti.rotation.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the proposal of other terms has come. */
public enum AmendmentState {
    PROPOSED,
    CONSENTED,
    REFUSED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
