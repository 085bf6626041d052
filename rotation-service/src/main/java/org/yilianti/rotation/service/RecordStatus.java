package org.yilianti.rotation.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a record is believed. */
public enum RecordStatus {
    RECORDED,
    CONFIRMED,
    DISPUTED,
    /** Kept, and never paid. */
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
