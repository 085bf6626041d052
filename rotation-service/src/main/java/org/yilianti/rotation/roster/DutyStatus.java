package org.yilianti.rotation.roster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether somebody works a duty. */
public enum DutyStatus {
    ASSIGNED,
    OPEN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
