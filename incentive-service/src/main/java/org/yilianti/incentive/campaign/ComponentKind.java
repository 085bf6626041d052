package org.yilianti.incentive.campaign;

import java.util.Locale;

/** Who judges. */
public enum ComponentKind {
    SELF,
    /** Experts, each for themself. */
    PANEL,
    /** Other sectors, such as finance or civil affairs. */
    SECTOR,
    /** The people served. */
    SURVEY;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ComponentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
