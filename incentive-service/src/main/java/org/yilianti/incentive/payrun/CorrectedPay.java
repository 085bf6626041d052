package org.yilianti.incentive.payrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What the institutions get and what of the corrections is settled. */
    record Balance(List<InstitutionShare> shares, List<Correction> taken) {}

    /** @throws Refusal 409 when the pool is smaller than what it owes; 422 as {@link PayFormula} */
    static PayCalculation apply(PayInputs inputs) {
        Workplaces places = GatheredWork.of(inputs);
        Balance balance = balance(inputs.pool(), places, inputs.corrections());
        PayCalculation split = PayFormula.withLines(balance.shares(), places);
        return new PayCalculation(split.shares(), split.lines(), balance.taken());
    }

    /** Refuses as {@link #apply}; reads the work of those institutions only where somebody owes. */
    static Balance balance(Money pool, Workplaces places, List<Correction> corrections) {
        List<Correction> taken = corrections.stream()
                .map(one -> one.taking(one.due()))
                .sorted(Correction.ORDER)
                .toList();
        for (int round = 0; ; round++) {
            List<InstitutionShare> shares = PayFormula.shares(rest(pool, taken), places);
            List<Correction> affordable = affordable(earnings(shares, places, taken), taken, round < PATIENCE);
            if (affordable.equals(taken)) {
                return new Balance(shares, taken);
            }
            taken = affordable;
        }
    }

    /** What those who owe earn this time. */
    private static Map<UUID, Money> earnings(List<InstitutionShare> shares, Workplaces places, List<Correction> taken) {
        Set<UUID> debtors = taken.stream()
                .filter(one -> one.taken().isNegative())
                .map(Correction::member)
                .collect(Collectors.toSet());
        Set<UUID> theirPlaces = debtors.isEmpty() ? Set.of() : places.of(debtors);
        Map<UUID, Money> earnings = new HashMap<>();
        for (InstitutionShare share : shares) {
            if (theirPlaces.contains(share.institution())) {
                PayFormula.lines(share, places).stream()
                        .filter(line -> debtors.contains(line.work().member()))
                        .forEach(line -> earnings.merge(line.work().member(), line.amount(), Money::plus));
            }
        }
        return earnings;
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
