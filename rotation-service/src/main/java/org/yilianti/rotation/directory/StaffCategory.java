package org.yilianti.rotation.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What kind of work a member of staff is employed for. */
public enum StaffCategory {
    PHYSICIAN(true),
    ASSISTANT_PHYSICIAN(true),
    NURSE(true),
    PHARMACIST(true),
    TECHNICIAN(true),
    VILLAGE_DOCTOR(true),
    OTHER_HEALTH_TECHNICIAN(false),
    MANAGEMENT(false),
    LOGISTICS(false);

    private final boolean licensed;

    StaffCategory(boolean licensed) {
        this.licensed = licensed;
    }

    /** Whether the work needs a practising licence. */
    public boolean licensed() {
        return licensed;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these: what cannot be understood is not acted on */
    @JsonCreator
    public static StaffCategory ofCode(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no staff category " + code));
    }
}
