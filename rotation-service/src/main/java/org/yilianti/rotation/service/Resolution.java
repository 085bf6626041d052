package org.yilianti.rotation.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a second person settled the flags or the dispute of a record.
 *
 * @param by who; neither recorded nor disputed it
 */
public record Resolution(Outcome outcome, String by, String reason) {

    /** What comes of the record. */
    public enum Outcome {
        /** It stands and can be confirmed. */
        ACCEPTED,
        /** It is withdrawn. */
        REFUSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
