package org.yilianti.incentive.payrun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/** The result: every institution's share, every person's lines, and what was settled of earlier runs. */
record PayCalculation(List<InstitutionShare> shares, List<PayLine> lines, List<Correction> corrections) {

    PayCalculation {
        shares = List.copyOf(shares);
        lines = List.copyOf(lines);
        corrections = List.copyOf(corrections);
    }

    PayCalculation(List<InstitutionShare> shares, List<PayLine> lines) {
        this(shares, lines, List.of());
    }

    /** What each person is paid over all institutions, in the order of the lines. */
    SequencedMap<UUID, Money> totals() {
        SequencedMap<UUID, Money> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.work().member(), line.amount(), Money::plus));
        corrections.forEach(one -> totals.merge(one.member(), one.taken(), Money::plus));
        return totals;
    }
}
