package org.yilianti.rotation.practice;

import java.time.LocalDate;
import java.util.function.Function;

/** The association's policy day by day, as known at one time. It is no part of what makes two people's facts the same. */
public final class PolicyInForce {

    /** The standard, for whoever has no association's policy at hand. */
    static final PolicyInForce STANDARD = new PolicyInForce(day -> PracticePolicy.standard());

    private final Function<LocalDate, PracticePolicy> values;

    PolicyInForce(Function<LocalDate, PracticePolicy> values) {
        this.values = values;
    }

    PracticePolicy on(LocalDate day) {
        return values.apply(day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyInForce;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
