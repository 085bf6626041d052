package org.yilianti.platform.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says: dates as 2026-10-31, numbers without an exponent or a thousands separator, true and false. */
final class CellText {

    private static final int MOST_DIGITS = 100;

    /** As many digits of a fraction as a spreadsheet keeps: what follows them comes of its binary numbers. */
    private static final MathContext SPREADSHEET = new MathContext(15);

    /** Literal text, colours and locales in a number format. */
    private static final Pattern NO_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    /** Built-in formats of dates, those of Chinese spreadsheets included (ECMA-376, part 1, 18.8.30). */
    private static final List<ValueRange> DATE_FORMATS =
            List.of(ValueRange.of(14, 17), ValueRange.of(27, 31), ValueRange.of(36, 36), ValueRange.of(50, 58));

    private CellText() {}

    /** Empty for an empty cell; of a formula, what it came to. */
    static String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case BigDecimal number when cell.getType() == CellType.NUMBER && dated(cell) -> date(cell.asDate());
            case BigDecimal number -> plain(number);
            case null -> Objects.requireNonNullElse(cell.getRawValue(), "");
            case Object value -> value.toString();
        };
    }

    /** One with so many digits as nobody enters keeps its exponent: written out it would fill the memory. */
    private static String plain(BigDecimal number) {
        BigDecimal whole = number.stripTrailingZeros();
        BigDecimal shown = whole.scale() <= 0 ? whole : whole.round(SPREADSHEET).stripTrailingZeros();
        return Math.abs((long) shown.scale()) <= MOST_DIGITS ? shown.toPlainString() : shown.toString();
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
