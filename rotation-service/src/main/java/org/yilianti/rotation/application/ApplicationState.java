package org.yilianti.rotation.application;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an application has come. */
public enum ApplicationState {
    SUBMITTED,
    CONSENTED,
    ACCEPTED,
    FILED,
    REFUSED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody is still to decide. */
    boolean pending() {
        return this == SUBMITTED || this == CONSENTED || this == ACCEPTED;
    }
}
