package org.yilianti.rotation.limit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far an exception has come. */
public enum LimitState {
    REQUESTED,
    IN_FORCE,
    REFUSED,
    ENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    public static LimitState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + code));
    }
}
