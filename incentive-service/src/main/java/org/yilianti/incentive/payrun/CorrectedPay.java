package org.yilianti.incentive.payrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Settles the differences of earlier runs out of a pool and splits the rest (I7): lines and corrections together are exactly the
 * pool, and nobody's statement falls below zero. Pure, and independent of the order of its inputs.
 *
 * <p>What is owed to people is settled in full. What is owed by somebody is kept back as far as the person earns something this
 * time, oldest first; the rest stays owed and is found again by the next run.
 */
final class CorrectedPay {

    /** Rounds in which a debt is fitted to what its debtor earns; whoever cannot pay then owes until the next run. */
    private static final int PATIENCE = 16;

    private CorrectedPay() {}

    /** @throws Refusal 409 when the pool is smaller than what it owes; 422 as {@link PayFormula} */
    static PayCalculation apply(PayInputs inputs) {
        List<Correction> taken = inputs.corrections().stream()
                .map(one -> one.taking(one.due()))
                .sorted(Correction.ORDER)
                .toList();
        for (int round = 0; ; round++) {
            PayCalculation split = PayFormula.apply(inputs.splitting(rest(inputs.pool(), taken)));
            List<Correction> affordable = affordable(split.totals(), taken, round < PATIENCE);
            if (affordable.equals(taken)) {
                return new PayCalculation(split.shares(), split.lines(), taken);
            }
            taken = affordable;
        }
    }

    private static Money rest(Money pool, List<Correction> taken) {
        Money owed = Money.sum(taken.stream().map(Correction::taken).toList());
        Money rest = pool.minus(owed);
        if (rest.isNegative()) {
            throw Refusal.conflict("payrun.pool-below-corrections", pool.toString(), owed.toString());
        }
        return rest;
    }

    private static List<Correction> affordable(Map<UUID, Money> earned, List<Correction> taken, boolean inPart) {
        Map<UUID, Money> left =
                taken.stream().collect(Collectors.toMap(Correction::member, Correction::taken, Money::plus));
        left.replaceAll((member, sum) -> sum.plus(earned.getOrDefault(member, Money.ZERO)));
        List<Correction> affordable = new ArrayList<>();
        for (Correction one : taken.reversed()) {
            Money remaining = left.getOrDefault(one.member(), Money.ZERO);
            if (!remaining.isNegative() || !one.taken().isNegative()) {
                affordable.add(one);
                continue;
            }
            Money let = inPart && one.taken().compareTo(remaining) < 0 ? remaining : one.taken();
            left.put(one.member(), remaining.minus(let));
            affordable.add(one.taking(one.taken().minus(let)));
        }
        return affordable.reversed();
    }
}
