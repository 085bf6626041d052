package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;

class NationalIdTests {

    private static List<String> faults(String number, String born) {
        Entry entry = Entry.form("nationalId", number);
        NationalId.read(entry, "nationalId", LocalDate.parse(born));
        return entry.faults().stream().map(Fault::code).toList();
    }

    /** The first is the example of GB 11643-1999 itself. */
    @ParameterizedTest
    @CsvSource({"11010519491231002X, 1949-12-31", "11010519491231002x, 1949-12-31", "999999197410240024, 1974-10-24"})
    void aNumberWithItsCheckCharacterIsAccepted(String number, String born) {
        assertThat(faults(number, born)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, 1949-12-31, invalid-check-digit",
        "110105491231002, 1949-12-31, invalid-national-id",
        "11010519491231002Y, 1949-12-31, invalid-national-id",
        "11010519491231002X, 1949-12-30, birth-date-mismatch"
    })
    void aNumberThatCannotBeIsRefused(String number, String born, String code) {
        assertThat(faults(number, born)).containsExactly(code);
    }

    @Test
    void oneDigitChangedOrTwoNeighboursSwappedIsAlwaysNoticed() {
        String number = "11010519491231002X";
        for (int i = 0; i < 17; i++) {
            char other = number.charAt(i) == '9' ? '0' : (char) (number.charAt(i) + 1);
            String changed = number.substring(0, i) + other + number.substring(i + 1);
            assertThat(NationalId.checkCharacter(changed)).isNotEqualTo('X');
        }
        for (int i = 0; i < 16; i++) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            if (!swapped.equals(number)) {
                assertThat(NationalId.checkCharacter(swapped)).isNotEqualTo('X');
            }
        }
    }

    @Test
    void theNumberShowsOnlyItsEndEvenInALog() {
        assertThat(new NationalId("11010519491231002X")).hasToString("**************002X");
    }

    @Test
    void aFaultNeverRepeatsTheNumber() {
        Entry entry = Entry.form("nationalId", "110105194912310021");
        NationalId.read(entry, "nationalId", LocalDate.of(1949, 12, 31));
        assertThat(entry.faults().toString()).doesNotContain("110105");
    }
}
