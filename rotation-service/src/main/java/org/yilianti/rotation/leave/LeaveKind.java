package org.yilianti.rotation.leave;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why somebody is away; an absence cannot wait for a decision. */
public enum LeaveKind {
    ANNUAL,
    PERSONAL,
    MATERNITY,
    TRAINING,
    COMPENSATORY,
    SICK,
    EMERGENCY;

    /** Whether it counts as soon as it is reported. */
    public boolean absence() {
        return this == SICK || this == EMERGENCY;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    @JsonCreator
    public static LeaveKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
