package org.yilianti.staff.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.DepartmentNames.Known;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** R1, R2: what a text means that names a department. */
class DepartmentNamesTests {

    private static final InstitutionRef T01 = new InstitutionRef(new InstitutionId(new UUID(0, 1)), "T01");

    private static LocalDate year(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static DepartmentTerm term(String name, int from, @Nullable Integer to) {
        DatePeriod valid = new DatePeriod(year(from), to == null ? null : year(to));
        return new DepartmentTerm(valid, name, null, DepartmentKind.CLINICAL, null, null, null);
    }

    private static Department department(String code, DepartmentTerm... terms) {
        return Department.opened(new UUID(0, 0), T01, code, terms[0], Instant.EPOCH, "test")
                .withTerms(List.of(terms));
    }

    private static NamedDepartment named(Known known, String text, int from) {
        return known.named("T01", text, year(from));
    }

    @Test
    void codeAndNameMeanTheSameDepartmentAndOtherTextsThemselves_R2() {
        Department surgery = department("SU", term("外科", 2010, null));
        Known known = Known.of(List.of(surgery, department("IM", term("内科", 2010, null))));
        assertThat(named(known, "SU", 2020)).isEqualTo(named(known, "外科", 2015));
        assertThat(named(known, "SU", 2020).id()).isEqualTo(surgery.id());
        assertThat(named(known, "内科", 2020)).isNotEqualTo(named(known, "外科", 2020));
        assertThat(named(known, "眼科", 2020))
                .isEqualTo(named(known, "眼科", 2011))
                .isNotEqualTo(named(known, "口腔科", 2020));
        assertThat(known.named("T02", "外科", year(2020)).text()).as("keeps none").isEqualTo("外科");
    }

    @Test
    void aNameMeansWhoBoreItOnItsFirstDayThoughItIsAnothersNow_R2() {
        Department first = department("A", term("外科", 2010, 2020), term("大外科", 2020, null));
        Department second = department("B", term("骨科", 2010, 2021), term("外科", 2021, null));
        Known known = Known.of(List.of(first, second));
        assertThat(named(known, "外科", 2015).id()).isEqualTo(first.id());
        assertThat(named(known, "外科", 2022).id()).isEqualTo(second.id());
        assertThat(named(known, "大外科", 2022)).isEqualTo(named(known, "外科", 2015));
    }

    @Test
    void whatBeganBeforeTheDepartmentWasKeptMeansTheFirstThatBearsTheName_R2() {
        Department eyes = department("EY", term("眼科", 2018, 2020), term("五官科", 2020, null));
        Known known = Known.of(List.of(eyes, department("E2", term("眼科", 2021, null))));
        assertThat(named(known, "眼科", 2001).id()).isEqualTo(eyes.id());
        assertThat(named(known, "EY", 2001).id()).isEqualTo(eyes.id());
    }

    @Test
    void ofSeveralTheOneWhoseCodeItIsAndOtherwiseNone_R2() {
        Department one = department("X", term("门诊", 2010, null));
        Department two = department("Y", term("门诊", 2010, null));
        Department three = department("Z", term("X", 2010, null));
        Known known = Known.of(List.of(one, two, three));
        assertThat(named(known, "X", 2020).id()).isEqualTo(one.id());
        assertThat(named(known, "门诊", 2020).id()).isNull();
        assertThat(named(known, "门诊", 2020)).isEqualTo(named(known, "门诊", 2012));
    }
}
