package org.yilianti.staff.member;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yilianti.platform.personal.Masked;
import org.yilianti.staff.entry.Entry;

/**
 * A citizen identification number (GB 11643-1999): 6 digits of area, 8 of birth date, 3 of sequence, a check character.
 *
 * @param value 18 characters, upper case
 */
public record NationalId(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** Placeholder of a faulty entry. */
    private static final NationalId NONE = new NationalId("");

    /** In place of the number of somebody whose personal data were erased; no entry can have it. */
    static final NationalId ERASED = new NationalId("*".repeat(18));

    /** Reads and judges a number; it never appears in a fault, since faults are stored and shown. */
    public static NationalId read(Entry entry, String field, LocalDate birthDate) {
        String raw = entry.raw(field);
        if (raw == null) {
            entry.fault(field, "required");
            return NONE;
        }
        String value = raw.toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            entry.fault(field, "invalid-national-id");
        } else if (value.charAt(17) != checkCharacter(value)) {
            entry.fault(field, "invalid-check-digit");
        } else if (!value.startsWith(birthDate.format(DateTimeFormatter.BASIC_ISO_DATE), 6)) {
            entry.fault(field, "birth-date-mismatch", birthDate);
        }
        return new NationalId(value);
    }

    /** Weighted sum of the first 17 digits modulo 11 (ISO 7064, MOD 11-2). */
    static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public String masked() {
        return Masked.allBut(4, value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
