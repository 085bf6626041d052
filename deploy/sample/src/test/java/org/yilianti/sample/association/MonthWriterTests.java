package org.yilianti.sample.association;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilianti.sample.script.ImportList;
import org.yilianti.sample.script.MonthScript;
import org.yilianti.sample.script.MonthScript.Application;
import org.yilianti.sample.script.MonthScript.Outcome;

class MonthWriterTests {

    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    private static MonthScript script;
    private static Lists lists;

    @BeforeAll
    static void readTheCommittedMonth() throws IOException {
        script = MonthScript.in(COMMITTED);
        lists = Lists.in(COMMITTED);
    }

    @Test
    void ofTwelveApplicationsTenAreFiledOneARuleRefusesAndOneAPerson() {
        assertThat(script.applications()).hasSize(12);
        assertThat(script.applications().stream().map(Application::staffNo)).doesNotHaveDuplicates();
        assertThat(with(Outcome.FILED)).hasSize(10);
        assertThat(with(Outcome.REFUSED_BY_RULE)).hasSize(1);
        assertThat(with(Outcome.REFUSED_BY_PERSON)).hasSize(1);
    }

    @Test
    void everyApplicantMeetsTheConditionsButTheOneWithTheExpiredLicence() {
        assertThat(script.applications()).allSatisfy(application -> {
            var member = row(ImportList.MEMBERS, application.staffNo());
            assertThat(member.getField("category")).isEqualTo("physician");
            assertThat(member.getField("title")).isIn("intermediate", "associate-senior", "senior");
            assertThat(member.getField("specialty_since")).isLessThan("2021-10-01");
            assertThat(member.getField("institution_head")).isEqualTo("false");
            var licence = row(ImportList.LICENCES, application.staffNo());
            assertThat(licence.getField("status")).isEqualTo("active");
            assertThat(licence.getField("category")).isIn("clinical", "dental", "tcm");
            assertThat(licence.getField("main_institution_code")).isEqualTo(application.home());
            boolean valid = licence.getField("valid_to").compareTo(application.validTo()) > 0;
            assertThat(valid).isEqualTo(application.outcome() != Outcome.REFUSED_BY_RULE);
        });
    }

    @Test
    void theFirstMemberOfStaffIsTheDoctorOfTheSecondHospitalWhoServesAtTheFirstTownship() {
        var first = script.applications().getFirst();

        assertThat(first.staffNo()).isEqualTo("S00001");
        assertThat(first.applicant()).isEqualTo("doctor");
        assertThat(first.home()).isEqualTo("H02");
        assertThat(first.host()).isEqualTo("T01");
    }

    @Test
    void theSuspendedDoctorIsTheOnlyOneWhoCanHoldAClinicOfTheirHost() {
        var suspended = script.suspension().staffNo();
        var specialty = row(ImportList.MEMBERS, suspended).getField("specialty");
        var host = script.applications().stream()
                .filter(application -> application.staffNo().equals(suspended))
                .findFirst()
                .orElseThrow()
                .host();

        assertThat(shifts(host))
                .anySatisfy(shift -> assertThat(shift.specialty()).isEqualTo(specialty));
        assertThat(specialtiesAt(host)).doesNotContain(specialty);
    }

    @Test
    void nobodyCanHoldTheDentalClinic() {
        assertThat(shifts("T02"))
                .anySatisfy(shift -> assertThat(shift.specialty()).isEqualTo("dentistry"));
        assertThat(specialtiesAt("T02")).doesNotContain("dentistry");
    }

    @Test
    void theWeightsOfTheSchemeSumToOneAndEveryInstitutionHasEveryMeasure() {
        var pay = script.pay();
        assertThat(pay.indicators().stream()
                        .map(indicator -> new BigDecimal(indicator.weight()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1");
        assertThat(pay.measures())
                .hasSize(pay.institutions().size() * pay.indicators().size());
    }

    private static List<Application> with(Outcome outcome) {
        return script.applications().stream()
                .filter(application -> application.outcome() == outcome)
                .toList();
    }

    private static List<MonthScript.Shift> shifts(String institution) {
        return script.roster().demands().stream()
                .filter(demand -> demand.institution().equals(institution))
                .findFirst()
                .orElseThrow()
                .shifts();
    }

    private static List<String> specialtiesAt(String institution) {
        var people = lists.of(ImportList.APPOINTMENTS).stream()
                .filter(row -> row.getField("institution_code").equals(institution))
                .map(row -> row.getField("staff_no"))
                .toList();
        return lists.of(ImportList.MEMBERS).stream()
                .filter(row -> people.contains(row.getField("staff_no")))
                .map(row -> row.getField("specialty"))
                .toList();
    }

    private static NamedCsvRecord row(ImportList list, String staffNo) {
        return lists.of(list).stream()
                .filter(row -> row.getField("staff_no").equals(staffNo))
                .findFirst()
                .orElseThrow();
    }
}
