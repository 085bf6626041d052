package org.yilianti.staff.evidence;

import org.yilianti.platform.problem.Refusal;

/**
 * How an association keeps evidence.
 *
 * @param keepUnscanned whether a file is kept when the scanner does not answer
 * @param keptYears after withdrawal, until its content is destroyed, 1 to 100
 * @param filesPerRecord most standing files of one record, 1 to 1,000
 */
record EvidenceRules(boolean keepUnscanned, int keptYears, int filesPerRecord) {

    EvidenceRules {
        if (keptYears < 1 || keptYears > 100 || filesPerRecord < 1 || filesPerRecord > 1000) {
            throw Refusal.invalid("policy.evidence-unfit", keptYears, filesPerRecord);
        }
    }

    /** What holds until an association decides otherwise: five years, the term of a nurse's registration. */
    static EvidenceRules standard() {
        return new EvidenceRules(false, 5, 20);
    }
}
