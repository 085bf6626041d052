package org.yilianti.staff.entry;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enumeration whose constants travel as lower-case codes with hyphens: in JSON, files, events and the database. */
public interface Coded {

    @JsonValue
    default String code() {
        return Codes.of((Enum<?>) this);
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
