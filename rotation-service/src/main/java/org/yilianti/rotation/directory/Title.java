package org.yilianti.rotation.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The ladder of professional titles, lowest first. */
public enum Title {
    NONE,
    JUNIOR,
    INTERMEDIATE,
    ASSOCIATE_SENIOR,
    SENIOR;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    @JsonCreator
    public static Title ofCode(String code) {
        return Arrays.stream(values())
                .filter(title -> title.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no title " + code));
    }
}
