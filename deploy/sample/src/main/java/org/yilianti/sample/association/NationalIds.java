package org.yilianti.sample.association;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Identity numbers of nobody: 18 characters as GB 11643 lays them out, with the area code 999999 that no place has. The
 * sequence number is odd for men and even for women; each number is given once.
 */
final class NationalIds {

    private static final String AREA = "999999";
    private static final LocalDate EPOCH = LocalDate.of(1900, 1, 1);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int RESERVED = 900;

    private final short[] given = new short[2 * 60_000];

    /** A birth date on or shortly after the wanted one, with its number. */
    record Identity(LocalDate birthDate, String number) {}

    /** The next free number of a day; a full day passes the person on to the day after. */
    Identity next(LocalDate wanted, boolean female) {
        var day = wanted;
        while (true) {
            int slot = 2 * (int) ChronoUnit.DAYS.between(EPOCH, day) + (female ? 0 : 1);
            int sequence = 2 * given[slot] + (female ? 2 : 1);
            if (sequence < RESERVED) {
                given[slot]++;
                return new Identity(day, of(day, sequence));
            }
            day = day.plusDays(1);
        }
    }

    /** A number that {@link #next} never gives, for the deliberately bad rows. */
    static String reserved(LocalDate birthDate, int index) {
        return of(birthDate, RESERVED + index);
    }

    private static String of(LocalDate birthDate, int sequence) {
        String body = AREA + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return body + checkDigit(body);
    }

    /** The ISO 7064 MOD 11-2 check character over the first 17 digits (GB 11643). */
    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }
}
