package org.yilianti.rotation.practice;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The association's policy day by day, as known at one time; each day is looked up once for all who share this. */
public final class PolicyInForce {

    /** The standard, for whoever has no association's policy at hand. */
    static final PolicyInForce STANDARD = new PolicyInForce(day -> PracticePolicy.standard());

    private final Function<LocalDate, PracticePolicy> lookUp;
    private final Map<LocalDate, PracticePolicy> known = new ConcurrentHashMap<>();

    PolicyInForce(Function<LocalDate, PracticePolicy> lookUp) {
        this.lookUp = lookUp;
    }

    PracticePolicy on(LocalDate day) {
        return known.computeIfAbsent(day, lookUp);
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
