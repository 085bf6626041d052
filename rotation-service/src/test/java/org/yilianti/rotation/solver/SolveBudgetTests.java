package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SolveBudgetTests {

    @Test
    void aBudgetWithoutAnyLimitIsRefused() {
        assertThatThrownBy(() -> new SolveBudget(Optional.empty(), OptionalLong.empty(), 1, 1))
                .hasMessage("a budget needs a time or a number of steps");
        assertThatThrownBy(() -> SolveBudget.ofSteps(1, 1).withThreads(0))
                .hasMessage("a budget needs at least one thread, not 0");
    }

    @Test
    void theFractionUsedIsTheLargerOfStepsAndTime() {
        var both = new SolveBudget(Optional.of(Duration.ofHours(9)), OptionalLong.of(1_000), 1, 1);

        assertThat(new Clockwork(both, Cancellation.never()).fraction(250)).isEqualTo(0.25);
        assertThat(new Clockwork(both, Cancellation.never()).fraction(5_000)).isEqualTo(1);
        assertThat(new Clockwork(SolveBudget.ofTime(Duration.ZERO, 1), Cancellation.never()).fraction(0))
                .isEqualTo(1);
    }
}
