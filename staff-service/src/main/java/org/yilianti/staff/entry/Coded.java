package org.yilianti.staff.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** An enumeration whose constants travel as lower-case codes with hyphens: in JSON, files, events and the database. */
public interface Coded {

    @JsonValue
    default String code() {
        return Codes.of((Enum<?>) this);
    }

    /** The codes of an enumeration in its order. */
    static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
    }

    /** The codes of a column that says yes or no. */
    static List<String> yesOrNo() {
        return List.of("true", "false");
    }

    /** The constant with this code, which the database guarantees to exist. */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        E constant = Codes.find(type, code);
        if (constant == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no code " + code);
        }
        return constant;
    }
}
