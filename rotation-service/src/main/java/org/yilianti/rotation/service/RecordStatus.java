package org.yilianti.rotation.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a record is believed. */
public enum RecordStatus {
    RECORDED,
    CONFIRMED,
    DISPUTED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
