package org.yilianti.incentive.payrun;

import java.util.Comparator;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/**
 * What a settled run would give a person at an institution by the facts of today, against what was given for it until now.
 *
 * @param corrected the settled run
 * @param granted its own line and all corrections of it by runs that stand
 * @param should its line by the facts of today
 * @param taken what of the difference is settled now, of the same sign and at most as much
 */
record Correction(
        PayRunId corrected, String staffNo, UUID member, UUID institution, Money granted, Money should, Money taken) {

    /** Oldest debts first; a total order within a run. */
    static final Comparator<Correction> ORDER = Comparator.comparing(
                    (Correction one) -> one.corrected().value())
            .thenComparing(Correction::staffNo)
            .thenComparing(Correction::institution);

    /** Above zero for what is owed to the person, below for what is owed by the person. */
    Money due() {
        return should.minus(granted);
    }

    Correction taking(Money amount) {
        return new Correction(corrected, staffNo, member, institution, granted, should, amount);
    }
}
