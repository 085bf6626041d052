package org.yilianti.rotation.wish;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who entered a wish. */
public enum WishOrigin {
    /** The one who wishes. */
    PERSON,
    /** The home institution's office, one by one or by a file. */
    OFFICE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WishOrigin ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
