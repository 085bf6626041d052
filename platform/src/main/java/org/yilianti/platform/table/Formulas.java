package org.yilianti.platform.table;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would run as a formula (OWASP, CSV injection), defused by an apostrophe before them, and back. */
public final class Formulas {

    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r]");
    private static final Pattern DEFUSED = Pattern.compile("^'+[=+\\-@\\t\\r]");

    private Formulas() {}

    /** With an apostrophe before what would be a formula, or would be taken for one that was defused. */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }

    /** What {@link #harmless} was given. */
    public static String original(String cell) {
        return cell.startsWith("'") && DEFUSED.matcher(cell).find() ? cell.substring(1) : cell;
    }
}
