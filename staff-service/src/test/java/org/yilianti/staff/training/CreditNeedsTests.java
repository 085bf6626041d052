package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.training.CreditNeeds.Share;
import org.yilianti.staff.training.StandingCourses.Trial;

/** R7: what the policies of training accept. */
class CreditNeedsTests {

    private static Share share(int least, int most) {
        return new Share(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    private static CreditNeeds needs(int yearly, Share one, Share two, int attendance, int years, List<Integer> days) {
        return new CreditNeeds(BigDecimal.valueOf(yearly), one, two, List.of(), attendance, years, days);
    }

    @Test
    void twentyFiveAYearOfWhichFiveToTenAreOfClassOne() {
        CreditNeeds standard = CreditNeeds.standard();
        assertThat(standard.yearly()).isEqualByComparingTo("25");
        assertThat(standard.classOne()).isEqualTo(share(5, 10));
        assertThat(standard.classTwo()).isEqualTo(share(15, 20));
    }

    @Test
    void sharesThatCannotAddUpToTheNeedAreNoPolicy() {
        List<Integer> days = List.of(30);
        assertThatThrownBy(() -> needs(25, share(5, 10), share(5, 14), 80, 1, days))
                .hasMessage("policy.credit-shares-unfit");
        assertThatThrownBy(() -> needs(25, share(10, 20), share(16, 20), 80, 1, days))
                .hasMessage("policy.credit-shares-unfit");
        assertThatThrownBy(() -> needs(25, share(11, 10), share(10, 20), 80, 1, days))
                .hasMessage("policy.credit-shares-unfit");
        assertThatThrownBy(() -> needs(25, share(-1, 10), share(10, 20), 80, 1, days))
                .hasMessage("policy.credit-shares-unfit");
    }

    @Test
    void percentagesYearsAndLeadDaysHaveBounds() {
        Share one = share(5, 10);
        Share two = share(15, 20);
        assertThatThrownBy(() -> needs(25, one, two, 101, 1, List.of(30))).hasMessage("policy.credit-years-unfit");
        assertThatThrownBy(() -> needs(25, one, two, 80, 11, List.of(30))).hasMessage("policy.credit-years-unfit");
        assertThatThrownBy(() -> needs(25, one, two, 80, 1, List.of())).hasMessage("policy.lead-days-unfit");
        assertThatThrownBy(() -> needs(25, one, two, 80, 1, List.of(-1))).hasMessage("policy.lead-days-unfit");
        assertThatThrownBy(() -> new StandingCourses(0, 80)).hasMessage("policy.standing-courses-unfit");
    }

    @Test
    void aCourseProvesItselfByEnoughSessionsPassedByEnough() {
        StandingCourses twice = StandingCourses.standard();
        twice.judge(new Trial(2, 10, 8));
        assertThatThrownBy(() -> twice.judge(new Trial(1, 10, 10))).hasMessage("programme.not-proved");
        assertThatThrownBy(() -> twice.judge(new Trial(2, 10, 7))).hasMessage("programme.not-proved");
    }
}
