package org.yilianti.rotation.application;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done in a line of an application's history. */
public enum StepAction {
    DRAFTED,
    REVISED,
    SUBMITTED,
    ASKED,
    ANSWERED,
    /** One level of several before the next state is reached. */
    APPROVED,
    CONSENTED,
    ACCEPTED,
    FILED,
    REFUSED,
    WITHDRAWN,
    REMINDED,
    ESCALATED,
    EXPIRED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepAction ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
