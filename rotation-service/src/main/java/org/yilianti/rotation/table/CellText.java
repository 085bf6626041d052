package org.yilianti.rotation.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says as text: days as 2026-10-31, numbers without an exponent. */
final class CellText {

    private static final int MOST_DIGITS = 50;

    /** Literal text, colours and locales in a number format. */
    private static final Pattern NO_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private CellText() {}

    /** Empty for an empty cell. */
    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text =
                switch (cell.getType()) {
                    case NUMBER -> isDay(cell) ? day(cell.asDate()) : number(cell.asNumber());
                    case BOOLEAN -> cell.asBoolean().toString();
                    case STRING -> cell.asString();
                    default -> cell.getRawValue();
                };
        return text == null ? "" : text;
    }

    /** By the format's text, or by its number, those of Chinese spreadsheets included (ECMA-376, part 1, 18.8.30). */
    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (format == null) {
            return id != null && ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
        }
        return NO_PLACEHOLDERS.matcher(format).replaceAll("").chars().anyMatch(sign -> "yYdD年".indexOf(sign) >= 0);
    }

    private static String day(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** One with more digits than anybody enters keeps its exponent: written out it would fill the memory. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS ? number.toPlainString() : number.toString();
    }
}
