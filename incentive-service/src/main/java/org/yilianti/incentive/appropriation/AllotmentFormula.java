package org.yilianti.incentive.appropriation;

import java.util.Arrays;
import java.util.Locale;

/** By what money is allotted. */
public enum AllotmentFormula {
    /** Population × score of an evaluation. */
    POPULATION_SCORE,
    /** Amounts that are given. */
    FIXED,
    /** A task that somebody is entrusted with, which is fully funded: nothing is held back. */
    ENTRUSTED_TASK;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AllotmentFormula of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
