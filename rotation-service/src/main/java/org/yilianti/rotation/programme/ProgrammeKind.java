package org.yilianti.rotation.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a programme is for. */
public enum ProgrammeKind {
    COUNTERPART_SUPPORT,
    EXPERT_CLINIC,
    FURTHER_TRAINING,
    SECONDMENT,
    BLOCK_ROTATION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of these */
    @JsonCreator
    public static ProgrammeKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of programme " + code));
    }
}
