package org.yilianti.platform.personal;

/** Personal values as they are shown by default. */
public final class Masked {

    private Masked() {}

    /** {@code value} with all but its last {@code shown} characters replaced by {@code *}. */
    public static String allBut(int shown, String value) {
        int hidden = Math.max(0, value.length() - shown);
        return "*".repeat(hidden) + value.substring(hidden);
    }
}
