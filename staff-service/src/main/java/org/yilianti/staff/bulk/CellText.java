package org.yilianti.staff.bulk;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** What a cell of a workbook says, as an import reads it: dates as 2026-10-31, numbers without a thousands separator, true and false. */
final class CellText {

    /** Literal text, colours and locales in a number format. */
    private static final Pattern NO_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    /** Built-in formats of dates, those of Chinese spreadsheets included (ECMA-376, part 1, 18.8.30). */
    private static final List<ValueRange> DATE_FORMATS =
            List.of(ValueRange.of(14, 17), ValueRange.of(27, 31), ValueRange.of(36, 36), ValueRange.of(50, 58));

    private CellText() {}

    /** Empty for an empty cell; a line break becomes a vertical tab, so that a row stays one line and its text is refused all the same. */
    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text =
                switch (cell.getType()) {
                    case NUMBER -> dated(cell) ? date(cell.asDate()) : Entry.plain(cell.asNumber());
                    case BOOLEAN -> cell.asBoolean().toString();
                    case STRING -> cell.asString();
                    default -> cell.getRawValue();
                };
        return text == null ? "" : text.replace('\r', '\u000b').replace('\n', '\u000b');
    }

    private static boolean dated(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (format == null) {
            return id != null && DATE_FORMATS.stream().anyMatch(formats -> formats.isValidIntValue(id));
        }
        String placeholders = NO_PLACEHOLDERS.matcher(format).replaceAll("");
        return placeholders.chars().anyMatch(place -> "yYdD年".indexOf(place) >= 0);
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
