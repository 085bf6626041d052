package org.yilianti.rotation.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an application has come. What follows after filing is the state of the agreement. */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    CONSENTED,
    ACCEPTED,
    FILED,
    REFUSED,
    WITHDRAWN,
    EXPIRED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    @JsonCreator
    public static ApplicationState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody is still to decide. */
    boolean pending() {
        return this == SUBMITTED || this == CONSENTED || this == ACCEPTED;
    }
}
