package org.yilianti.staff.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An enumeration whose constants travel as lower-case codes with hyphens: in JSON, files, events and the database. */
public interface Coded {

    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this code, which the database guarantees to exist. */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
