package org.yilianti.platform.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells that a statement compared a column of plain codes with a text that no code can hold: whoever sent the text is mistaken. */
public final class TextMismatch {

    /** Illegal mix of collations, of two and of more values; a text that cannot be converted (MySQL alone). */
    private static final Set<Integer> CODES = Set.of(1267, 1271, 3854);

    private TextMismatch() {}

    /** Whether that is why {@code failure} came about. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
