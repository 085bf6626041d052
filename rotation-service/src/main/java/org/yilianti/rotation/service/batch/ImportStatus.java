package org.yilianti.rotation.service.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import has come. */
public enum ImportStatus {
    QUEUED,
    RUNNING,
    DONE,
    /** Given up on the way; the rows before stay taken. */
    FAILED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
