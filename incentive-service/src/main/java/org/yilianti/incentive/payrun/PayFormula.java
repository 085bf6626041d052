package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Splits a pool: over institutions by population × score × preference, inside an institution over people by their points, within the
 * limits of the pay scheme; both by largest remainder, ties by institution code and by staff number. Pure, exact, and independent of the order of its inputs.
 *
 * <p>points = Σ(minutes / 60 × weight of kind and night) × quality × post coefficient (domain rules, "Pay"). Nobody without points is
 * paid. The share of an institution where nobody has points goes to the others, again by population × score.
 */
final class PayFormula {

    private static final Comparator<Work> ORDER =
            Comparator.comparing(Work::staffNo).thenComparing(Work::institution);

    private PayFormula() {}

    /** @throws Refusal 422 when no institution has a weight, or none of those with a weight has points */
    static PayCalculation apply(PayInputs inputs) {
        Workplaces places = GatheredWork.of(inputs);
        return withLines(shares(inputs.pool(), places), places);
    }

    /** Everybody's lines of these shares, in the order of staff numbers. */
    static PayCalculation withLines(List<InstitutionShare> shares, Workplaces places) {
        List<PayLine> lines = new ArrayList<>();
        for (InstitutionShare share : shares) {
            lines.addAll(lines(share, places));
        }
        lines.sort(Comparator.comparing(PayLine::work, ORDER));
        return new PayCalculation(shares, lines);
    }

    /** What each institution gets to split by points, by code; refuses as {@link #apply}, and (409) a pool below the fixed amounts. */
    static List<InstitutionShare> shares(Money whole, Workplaces places) {
        Money pool = afterFixed(whole, places.fixed());
        SequencedMap<String, BigDecimal> weights = new LinkedHashMap<>();
        SequencedMap<String, BigDecimal> weightsWithPoints = new LinkedHashMap<>();
        Map<String, BigDecimal> points = new HashMap<>();
        List<InstitutionInput> institutions = places.institutions().stream()
                .sorted(Comparator.comparing(InstitutionInput::code))
                .toList();
        for (InstitutionInput one : institutions) {
            BigDecimal sum = places.points(one.id());
            points.put(one.code(), sum);
            weights.put(one.code(), one.weight());
            if (sum.signum() > 0) {
                weightsWithPoints.put(one.code(), one.weight());
            }
        }
        requirePositive(weights, "payrun.no-weight");
        requirePositive(weightsWithPoints, "payrun.no-points");
        Map<String, Money> shares = LargestRemainder.split(pool, weights);
        Map<String, Money> amounts = redistributed(pool, shares, weightsWithPoints);
        return institutions.stream()
                .map(one -> new InstitutionShare(
                        one.id(),
                        one.code(),
                        points.getOrDefault(one.code(), BigDecimal.ZERO),
                        shares.getOrDefault(one.code(), Money.ZERO),
                        amounts.getOrDefault(one.code(), Money.ZERO)))
                .toList();
    }

    private static Money afterFixed(Money whole, Money fixed) {
        Money pool = whole.minus(fixed);
        if (pool.isNegative()) {
            throw Refusal.conflict("payrun.pool-below-fixed", whole.toString(), fixed.toString());
        }
        return pool;
    }

    /** Leaves shares as they are where there are points, and adds what the places without points cannot use. */
    private static Map<String, Money> redistributed(
            Money pool, Map<String, Money> shares, SequencedMap<String, BigDecimal> weightsWithPoints) {
        Map<String, Money> kept = new HashMap<>(shares);
        kept.keySet().retainAll(weightsWithPoints.keySet());
        Money free = pool.minus(Money.sum(kept.values()));
        Map<String, Money> more = LargestRemainder.split(free, weightsWithPoints);
        more.forEach((code, amount) -> kept.merge(code, amount, Money::plus));
        return kept;
    }

    /** What everybody at an institution gets of its share. */
    static List<PayLine> lines(InstitutionShare share, Workplaces places) {
        return lines(share, places.at(share.institution()), places.limits());
    }

    static List<PayLine> lines(InstitutionShare share, List<Work> work, PayLimits limits) {
        if (share.pointMinutes().signum() == 0) {
            return work.stream()
                    .map(one -> new PayLine(one, one.pointMinutes(), one.fixed()))
                    .toList();
        }
        SequencedMap<String, BigDecimal> points = new LinkedHashMap<>();
        work.forEach(one -> points.put(one.staffNo(), one.pointMinutes()));
        Map<String, Money> amounts = limits.split(share.amount(), points);
        return work.stream()
                .map(one -> new PayLine(
                        one,
                        one.pointMinutes(),
                        amounts.getOrDefault(one.staffNo(), Money.ZERO).plus(one.fixed())))
                .toList();
    }

    private static void requirePositive(Map<String, BigDecimal> weights, String code) {
        if (weights.values().stream().noneMatch(weight -> weight.signum() > 0)) {
            throw Refusal.invalid(code);
        }
    }
}
