package org.yilianti.incentive.payrun;

import org.yilianti.platform.problem.Refusal;

/**
 * How long a settled run is corrected by later ones (I7); what is in force on the last day of a run's month holds for the run.
 *
 * @param monthsBack how many months before its own a run looks for late facts
 */
record CorrectionPolicy(int monthsBack) {

    private static final int MOST = 60;

    /** Refuses (422) what is not 0 to 60 months. */
    CorrectionPolicy {
        if (monthsBack < 0 || monthsBack > MOST) {
            throw Refusal.invalid("policy.months-back-unfit", monthsBack, MOST);
        }
    }

    /** A year. */
    static CorrectionPolicy standard() {
        return new CorrectionPolicy(12);
    }
}
