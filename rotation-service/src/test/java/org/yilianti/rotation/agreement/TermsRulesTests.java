package org.yilianti.rotation.agreement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yilianti.rotation.agreement.TestTerms.END;
import static org.yilianti.rotation.agreement.TestTerms.START;
import static org.yilianti.rotation.agreement.TestTerms.session;
import static org.yilianti.rotation.agreement.TestTerms.terms;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Violation;

/** The conditions on the terms of an agreement (M3). */
class TermsRulesTests {

    private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);

    @Test
    void aTimetableThatOnePersonCanKeepIsFine() {
        assertThat(codes(terms(
                        END,
                        12,
                        session(MONDAY, "08:00", "12:00", "ward", 40),
                        session(MONDAY, "12:00", "14:00", "ward", 40),
                        session(FRIDAY, "13:30", "17:30", "station", 55))))
                .isEmpty();
    }

    @Test
    void aSessionOutsideTheTermIsRefused() {
        assertThat(codes(terms(
                        END,
                        12,
                        session(MONDAY, "08:00", "12:00", "ward", 40, START.minusDays(1), null),
                        session(TUESDAY, "08:00", "12:00", "ward", 40, SPRING, END.plusDays(1)),
                        session(FRIDAY, "08:00", "12:00", "ward", 40, SPRING, SPRING))))
                .containsExactly(
                        "/timetable/0 agreement.session-outside-term",
                        "/timetable/1 agreement.session-outside-term",
                        "/timetable/2 agreement.session-outside-term");
    }

    @Test
    void theWayToAnotherPlaceCountsAndWithinOnePlaceItDoesNot() {
        TimetableSession ward = session(MONDAY, "08:00", "12:00", "ward", 40);
        assertThat(codes(terms(END, 12, ward, session(MONDAY, "12:30", "14:00", "station", 20))))
                .containsExactly("/timetable/1 agreement.sessions-clash");
        assertThat(codes(terms(END, 12, ward, session(MONDAY, "12:40", "14:00", "station", 20))))
                .isEmpty();
        assertThat(codes(terms(END, 12, ward, session(MONDAY, "12:00", "14:00", "ward", 20))))
                .isEmpty();
    }

    @Test
    void aNightFromSundayClashesWithTheMondayAfterIt() {
        TimetableSession night = session(SUNDAY, "20:00", "08:00", "ward", 0);
        assertThat(night.minutes()).isEqualTo(720);
        assertThat(codes(terms(END, 24, night, session(MONDAY, "07:00", "09:00", "ward", 0))))
                .containsExactly("/timetable/1 agreement.sessions-clash");
        assertThat(codes(terms(END, 24, session(MONDAY, "07:00", "09:00", "ward", 0), night)))
                .containsExactly("/timetable/1 agreement.sessions-clash");
    }

    @Test
    void sessionsThatNeverRecurInTheSameWeeksDoNotClash() {
        assertThat(codes(terms(
                        END,
                        4,
                        session(MONDAY, "08:00", "12:00", "ward", 40, null, SPRING),
                        session(MONDAY, "10:00", "14:00", "ward", 40, SPRING, null))))
                .isEmpty();
    }

    @Test
    void aTimetableOverTheWeeklyHoursIsRefusedWithItsBusiestWeek() {
        List<Violation> violations = TermsRules.violations(terms(
                END,
                5,
                session(MONDAY, "08:00", "12:00", "ward", 40),
                session(TUESDAY, "08:00", "10:00", "ward", 40, SPRING, null)));
        assertThat(violations).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("agreement.timetable-over-hours");
            assertThat(one.args()).containsExactly(360, 5);
        });
    }

    @Test
    void sharesThatDoNotSumToExactlyOneHundredAreNoShares() {
        assertThatThrownBy(() -> TestTerms.shares("30.00", "60.00", "9.99"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestTerms.shares("33.333", "33.333", "33.334"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(AgreementTerms terms) {
        return TermsRules.violations(terms).stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }
}
