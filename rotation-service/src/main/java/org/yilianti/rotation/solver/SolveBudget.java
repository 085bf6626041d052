package org.yilianti.rotation.solver;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a solve may use. A budget of steps makes the result a function of problem, seed and thread count; a budget of time does not.
 * With both, whichever ends first.
 *
 * @param time wall-clock time of the whole solve; building the start is always finished, also where it takes longer
 * @param steps moves tried per thread
 * @param threads how many searches run at once, at least 1
 */
public record SolveBudget(Optional<Duration> time, OptionalLong steps, long seed, int threads) {

    public SolveBudget {
        if (time.isEmpty() && steps.isEmpty()) {
            throw new IllegalArgumentException("a budget needs a time or a number of steps");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a budget needs at least one thread, not " + threads);
        }
    }

    public static SolveBudget ofTime(Duration time, long seed) {
        return new SolveBudget(Optional.of(time), OptionalLong.empty(), seed, 1);
    }

    public static SolveBudget ofSteps(long steps, long seed) {
        return new SolveBudget(Optional.empty(), OptionalLong.of(steps), seed, 1);
    }

    public SolveBudget withThreads(int count) {
        return new SolveBudget(time, steps, seed, count);
    }
}
