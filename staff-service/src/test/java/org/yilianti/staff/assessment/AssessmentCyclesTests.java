package org.yilianti.staff.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.assessment.AssessmentCycles.Cycle;
import org.yilianti.staff.credential.LicenceKind;

/** The cycles of assessments (R5). */
class AssessmentCyclesTests {

    private final AssessmentCycles standard = AssessmentCycles.standard();

    private static DatePeriod period(String from, String to) {
        return new DatePeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void physiciansAreAssessedEveryThreeYearsAndVillageDoctorsEveryTwo() {
        LocalDate day = LocalDate.of(2027, 5, 1);
        assertThat(standard.around(LicenceKind.PHYSICIAN, day)).contains(period("2025-01-01", "2028-01-01"));
        assertThat(standard.around(LicenceKind.VILLAGE_DOCTOR, day)).contains(period("2027-01-01", "2029-01-01"));
        assertThat(standard.around(LicenceKind.NURSE, day)).isEmpty();
    }

    @Test
    void cyclesReachBackBeforeTheFirstDayAndMeetWithoutAGap() {
        assertThat(standard.around(LicenceKind.PHYSICIAN, LocalDate.of(2024, 12, 31)))
                .contains(period("2022-01-01", "2025-01-01"));
        assertThat(standard.around(LicenceKind.PHYSICIAN, LocalDate.of(2021, 12, 31)))
                .contains(period("2019-01-01", "2022-01-01"));
        assertThat(standard.around(LicenceKind.PHYSICIAN, LocalDate.of(2028, 1, 1)))
                .contains(period("2028-01-01", "2031-01-01"));
    }

    @Test
    void aSuspensionOutsideTheLawOrARepeatDueBeforeItIsPossibleIsNoPolicy() {
        List<Cycle> cycles = standard.cycles();
        for (int[] months : new int[][] {{2, 6}, {7, 9}, {6, 6}}) {
            assertThatThrownBy(() -> new AssessmentCycles(
                            LocalDate.of(2025, 1, 1), cycles, months[0], months[1], List.of(30), 24))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("policy.assessment-months-unfit"));
        }
        Cycle short_ = new Cycle(LicenceKind.PHYSICIAN, 3);
        assertThatThrownBy(() -> new AssessmentCycles(LocalDate.of(2025, 1, 1), List.of(short_), 3, 6, List.of(30), 24))
                .hasMessage("policy.assessment-cycles-unfit");
    }
}
