package org.yilianti.incentive.payrun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/** The result: every institution's share, every person's lines. */
record PayCalculation(List<InstitutionShare> shares, List<PayLine> lines) {

    PayCalculation {
        shares = List.copyOf(shares);
        lines = List.copyOf(lines);
    }

    /** What each person is paid over all institutions, by staff number. */
    SequencedMap<UUID, Money> totals() {
        SequencedMap<UUID, Money> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.work().member(), line.amount(), Money::plus));
        return totals;
    }
}
