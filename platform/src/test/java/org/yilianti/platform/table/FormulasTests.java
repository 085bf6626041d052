package org.yilianti.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R13, I1: no cell of a file is run by a spreadsheet, and every cell is read back as it was. */
class FormulasTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8", "-5", "@x", "'=1", "''-1", "\tx", "\rx"})
    void aFormulaIsDefusedAndComesBackAsItWas(String cell) {
        assertThat(Formulas.harmless(cell)).isEqualTo("'" + cell);
        assertThat(Formulas.original("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'quoted'", "a=b", "护士", " =1"})
    void anythingElseIsLeftAlone(String cell) {
        assertThat(Formulas.harmless(cell)).isEqualTo(cell);
        assertThat(Formulas.original(cell)).isEqualTo(cell);
    }
}
