package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** M7: when enough contents are known to fix lines. */
class PaceTests {

    private static final double NO_BOUND = 0;

    /** How many passes are made where each mixture is a little better than the one before and none is close to the bound. */
    private static int passes(Pace pace, double cost, double gain) {
        int passes = 1;
        while (!pace.isSettled(passes, cost - passes * gain, NO_BOUND)) {
            passes++;
        }
        return passes;
    }

    @Test
    void theFewerLinesAreOpenTheMorePassesAreMadeOverThem() {
        Pace pace = new Pace(10_000, 40, false);
        pace.dive(5_000);
        assertThat(passes(pace, 5_000, 1)).isEqualTo(10);
        pace.goOn(20);
        assertThat(passes(pace, 5_100, 1)).isEqualTo(20);
        pace.goOn(1);
        assertThat(passes(pace, 5_200, 1)).isEqualTo(200);
    }

    @Test
    void aMixtureThatFixedLinesHaveMadeDearerIsGivenItsTimeInAPartToo() {
        Pace pace = new Pace(10_000, 30, true);
        assertThat(passes(pace, 5_000, 0)).as("no better mixture").isLessThan(30);
        pace.dive(5_000);
        pace.goOn(10);
        assertThat(passes(pace, 6_000, 0)).isEqualTo(30);
    }

    @Test
    void inAHurryOnlyAMixtureThatBecameMuchDearerIsLookedAtFurther() {
        Pace pace = new Pace(10_000, 40, false);
        pace.hurry();
        assertThat(passes(pace, 5_000, 1)).isEqualTo(10);
        pace.dive(5_000);
        pace.goOn(10);
        assertThat(pace.isGoodEnough(5_070)).isTrue();
        assertThat(pace.isGoodEnough(5_080)).isFalse();
        assertThat(passes(pace, 6_000, 1)).isEqualTo(40);
    }

    @Test
    void nearTheBoundItIsSettledUnlessTheMixtureCannotMakeABetterPlan() {
        Pace pace = new Pace(1_000, 40, false);
        assertThat(pace.isSettled(1, 990, 989.5)).isTrue();
        assertThat(pace.isSettled(1, 999.5, 998.9))
                .as("a better bound proves the plan")
                .isFalse();
        pace.dive(990);
        assertThat(pace.isSettled(1, 999.5, 998.9)).isTrue();
    }
}
