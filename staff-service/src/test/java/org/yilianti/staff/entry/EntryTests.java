package org.yilianti.staff.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

class EntryTests {

    private enum Colour implements Coded {
        DEEP_RED,
        BLUE
    }

    private static List<String> codes(Entry entry) {
        return entry.faults().stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }

    @Test
    void everyFaultIsKeptAndNoneStopsTheReading() {
        Entry entry = Entry.form(
                "name",
                " ",
                "born",
                "31.12.1980",
                "share",
                "1,5",
                "colour",
                "green",
                "open",
                "yes",
                "note",
                "a\u0007b");
        entry.text("name", 10);
        entry.date("born");
        entry.number("share", "0", "1", 2);
        entry.choice("colour", Colour.class);
        entry.flag("open");
        entry.optionalText("note", 10);
        assertThat(codes(entry))
                .containsExactly(
                        "name required",
                        "born invalid-date",
                        "share invalid-number",
                        "colour unknown-value",
                        "open unknown-value",
                        "note invalid-text");
    }

    @Test
    void whatIsRightIsReadWithoutSurroundingBlanks() {
        Entry entry = Entry.form(
                "name",
                " 沈文博 ",
                "born",
                "1980-12-31",
                "share",
                new BigDecimal("0.50"),
                "colour",
                "deep-red",
                "open",
                true);
        assertThat(entry.text("name", 3)).isEqualTo("沈文博");
        assertThat(entry.date("born")).isEqualTo("1980-12-31");
        assertThat(entry.number("share", "0", "1", 2)).isEqualByComparingTo("0.5");
        assertThat(entry.choice("colour", Colour.class)).isEqualTo(Colour.DEEP_RED);
        assertThat(entry.flag("open")).isTrue();
        assertThat(entry.faulty()).isFalse();
    }

    @Test
    void boundsOfLengthSizeAndPrecisionAreKept() {
        Entry entry = Entry.form("name", "abcd", "share", "1.01", "part", "0.125", "day", "0001-01-01");
        entry.text("name", 3);
        entry.number("share", "0", "1", 2);
        entry.number("part", "0", "1", 2);
        entry.date("day");
        assertThat(codes(entry))
                .containsExactly("name too-long", "share out-of-range", "part too-precise", "day out-of-range");
    }

    /** Written out, each of these numbers is a gigabyte of zeros. */
    @Test
    void aNumberWithAnEnormousExponentIsRefusedWithoutWritingItOut() {
        Entry entry = Entry.form("huge", new BigDecimal("1e999999999"), "tiny", new BigDecimal("1e-999999999"));
        entry.number("huge", "0", "1", 2);
        entry.number("tiny", "0", "1", 2);
        assertThat(codes(entry)).containsExactly("huge invalid-number", "tiny invalid-number");
    }

    @Test
    void anInvertedPeriodIsReportedAtItsEnd() {
        Entry entry = Entry.form("from", "2026-10-01", "to", "2026-10-01");
        entry.period("from", "to");
        assertThat(codes(entry)).containsExactly("to period-inverted");
        Entry open = Entry.form("from", "2026-10-01");
        assertThat(open.period("from", "to")).isEqualTo(DatePeriod.from(LocalDate.of(2026, 10, 1)));
    }

    @Test
    void aFaultyFormIsRefusedWithPointersAndAFileRowWithColumns() {
        Entry entry = Entry.form();
        entry.text("nationalId", 18);
        assertThat(entry.faults().getFirst().column()).isEqualTo("national_id");
        assertThat(Entry.field("national_id")).isEqualTo("nationalId");
        assertThatThrownBy(entry::refuseIfFaulty).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.violations().getFirst().pointer())
                .isEqualTo("/nationalId"));
    }
}
