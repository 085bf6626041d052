package org.yilianti.incentive.payrun;

import java.util.List;
import org.yilianti.platform.money.Money;

/**
 * All that a calculation depends on.
 *
 * @param corrections differences of earlier runs to be settled from the pool; whoever has one has work too, be it none
 */
record PayInputs(
        Money pool,
        List<InstitutionInput> institutions,
        List<Work> work,
        List<Correction> corrections,
        PayLimits limits) {

    PayInputs {
        institutions = List.copyOf(institutions);
        work = List.copyOf(work);
        corrections = List.copyOf(corrections);
    }

    PayInputs(Money pool, List<InstitutionInput> institutions, List<Work> work) {
        this(pool, institutions, work, List.of());
    }

    /** Without limits. */
    PayInputs(Money pool, List<InstitutionInput> institutions, List<Work> work, List<Correction> corrections) {
        this(pool, institutions, work, corrections, PayLimits.NONE);
    }

    /** The same work and places, with this to split and nothing to correct. */
    PayInputs splitting(Money amount) {
        return new PayInputs(amount, institutions, work, List.of(), limits);
    }
}
