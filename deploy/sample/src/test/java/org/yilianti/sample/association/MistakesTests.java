package org.yilianti.sample.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.sample.script.ImportList.APPOINTMENTS;
import static org.yilianti.sample.script.ImportList.LICENCES;
import static org.yilianti.sample.script.ImportList.MEMBERS;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;

class MistakesTests {

    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    private static Lists lists;

    @BeforeAll
    static void readTheCommittedLists() throws IOException {
        lists = Lists.in(COMMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void everyDeliberatelyBadRowIsWhereItIsSaidToBe(ImportList list) {
        var expected = Lists.expected(COMMITTED).get(list.code());

        assertThat(expected.rejected())
                .isEqualTo(expected.mistakes().size())
                .isEqualTo(Mistakes.of(list).size());
        assertThat(lists.all().get(list)).hasSize(expected.rows());
        assertThat(expected.mistakes()).allSatisfy(mistake -> {
            assertThat(lists.line(list, mistake.line()).getField(0)).isEqualTo(mistake.key());
            assertThat(list.columns()).contains(mistake.column());
        });
    }

    @Test
    void aBadCheckDigitIsReallyBad() {
        var number = cell(MEMBERS, "invalid-check-digit");

        assertThat(number.charAt(17)).isNotEqualTo(NationalIds.checkDigit(number.substring(0, 17)));
    }

    @Test
    void aDuplicateNationalIdBelongsToAGoodRowToo() {
        assertThat(lists.column(MEMBERS, "national_id")).contains(cell(MEMBERS, "duplicate-national-id"));
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateKeyOccursEarlierInTheFile(ImportList list) {
        assertThat(lists.column(list, list.columns().getFirst())).contains(cell(list, "duplicate-key"));
    }

    @Test
    void aPeriodIsInvertedWhereThatIsExpected() {
        for (var list : new ImportList[] {APPOINTMENTS, LICENCES}) {
            var row = lists.line(list, mistake(list, "period-inverted").line());
            assertThat(row.getField("valid_to")).isLessThan(row.getField("valid_from"));
        }
    }

    private static String cell(ImportList list, String code) {
        var mistake = mistake(list, code);
        return lists.line(list, mistake.line()).getField(mistake.column());
    }

    private static ExpectedImport.Mistake mistake(ImportList list, String code) {
        return Lists.expected(COMMITTED).get(list.code()).mistakes().stream()
                .filter(mistake -> mistake.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
