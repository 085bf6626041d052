package org.yilianti.incentive.payscheme;

import java.util.Locale;

/** Whether a scheme may still change. */
public enum PaySchemeStatus {
    DRAFT,
    PUBLISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaySchemeStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
