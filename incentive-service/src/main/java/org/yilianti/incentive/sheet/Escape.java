package org.yilianti.incentive.sheet;

import java.util.regex.Pattern;

/** Cells of CSV that a spreadsheet would take for a formula (OWASP, CSV injection). */
public final class Escape {

    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r]");
    private static final Pattern HARMLESS = Pattern.compile("^'+[=+\\-@\\t\\r]");

    private Escape() {}

    /** With an apostrophe in front of what would be a formula. */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }

    /** What {@link #harmless} was given. */
    static String original(String cell) {
        return HARMLESS.matcher(cell).find() ? cell.substring(1) : cell;
    }
}
