package org.yilianti.rotation.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a plan has come. */
public enum PlanStatus {
    QUEUED,
    SOLVING,
    DRAFT,
    PUBLISHED,
    SUPERSEDED,
    FAILED,
    CANCELLED;

    /** Whether a worker has it, or will. */
    public boolean running() {
        return this == QUEUED || this == SOLVING;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlanStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
