package org.yilianti.rotation.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a posting has come. */
public enum PostingState {
    PROPOSED,
    APPROVED,
    RUNNING,
    RETURNED,
    REFUSED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    public static PostingState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
