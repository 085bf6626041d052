package org.yilianti.incentive.appropriation;

import java.util.Arrays;
import java.util.Locale;

/** How much an appropriation is. */
public enum AppropriationKind {
    /** A rate for everybody in the catchment areas. */
    PER_HEAD,
    /** An amount as its source gives it. */
    LUMP_SUM;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AppropriationKind of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
