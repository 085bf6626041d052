package org.yilianti.rotation.table;

/** Text in cells, there and back. */
public final class Cells {

    private static final String FORMULA = "=+-@\t\r";

    private Cells() {}

    /** A text that no spreadsheet takes for a formula. */
    public static String harmless(String text) {
        return formula(text) ? "'" + text : text;
    }

    /** What {@link #harmless} was given. */
    static String plain(String cell) {
        return cell.startsWith("'") && formula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean formula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
