package org.yilianti.rotation.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose turn it is at a level. */
public enum Office {
    HOME,
    HOST,
    ASSOCIATION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Office ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The institution whose officers decide; {@code *} for officers of the whole association. */
    String institutionCode(ApplicationParties parties) {
        return switch (this) {
            case HOME -> parties.homeCode();
            case HOST -> parties.hostCode();
            case ASSOCIATION -> "*";
        };
    }
}
