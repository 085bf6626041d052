package org.yilianti.incentive.payrun;

import java.util.List;
import org.yilianti.platform.money.Money;

/** All that a calculation depends on. */
record PayInputs(Money pool, List<InstitutionInput> institutions, List<Work> work) {

    PayInputs {
        institutions = List.copyOf(institutions);
        work = List.copyOf(work);
    }
}
