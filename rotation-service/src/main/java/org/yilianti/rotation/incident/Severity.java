package org.yilianti.rotation.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How grave an incident is for the patient. */
public enum Severity {
    NEAR_MISS,
    MINOR,
    MODERATE,
    SEVERE,
    DEATH;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Severity> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
