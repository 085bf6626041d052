package org.yilianti.rotation.wish;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.table.TableRow;

/**
 * A row of a file as far as it can be understood by itself.
 *
 * @param staffNo empty where there is none
 * @param date null where it is none
 * @param wanted null where it is neither on nor off
 * @param weight 0 where it is none
 * @param faults in all columns
 */
record StatedWish(
        long line,
        String staffNo,
        @Nullable LocalDate date,
        @Nullable Boolean wanted,
        String institutionCode,
        String shift,
        int weight,
        List<WishFault> faults) {

    private static final int LONGEST_SHOWN = 50;

    static StatedWish of(TableRow row) {
        List<WishFault> faults = new ArrayList<>();
        for (String column : WishColumns.REQUIRED) {
            if (row.get(column).isEmpty()) {
                faults.add(WishFault.of(row.line(), column, "wish-file.required"));
            }
        }
        Boolean wanted = wanted(row, faults);
        String shift = row.get(WishColumns.SHIFT);
        boolean halfNamed = shift.isEmpty() != row.get(WishColumns.INSTITUTION).isEmpty();
        if (halfNamed || (Boolean.TRUE.equals(wanted) && shift.isEmpty())) {
            faults.add(WishFault.of(row.line(), WishColumns.SHIFT, "wish.shift-incomplete"));
        }
        return new StatedWish(
                row.line(),
                row.get(WishColumns.STAFF_NO),
                date(row, faults),
                wanted,
                row.get(WishColumns.INSTITUTION),
                shift,
                weight(row, faults),
                faults);
    }

    private static @Nullable LocalDate date(TableRow row, List<WishFault> faults) {
        String text = row.get(WishColumns.DATE);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException malformed) {
            faults.add(WishFault.of(row.line(), WishColumns.DATE, "wish-file.date", shown(text)));
            return null;
        }
    }

    private static @Nullable Boolean wanted(TableRow row, List<WishFault> faults) {
        String text = row.get(WishColumns.WANTED);
        if (text.equals(WishColumns.ON) || text.equals(WishColumns.OFF)) {
            return text.equals(WishColumns.ON);
        }
        if (!text.isEmpty()) {
            faults.add(WishFault.of(row.line(), WishColumns.WANTED, "wish-file.wanted", shown(text)));
        }
        return null;
    }

    private static int weight(TableRow row, List<WishFault> faults) {
        String text = row.get(WishColumns.WEIGHT);
        if (text.matches("[1-5]")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            faults.add(WishFault.of(row.line(), WishColumns.WEIGHT, "wish-file.weight", shown(text)));
        }
        return 0;
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }
}
