package org.yilianti.incentive.appropriation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Splits money over institutions, to the fen. Pure, and independent of the order of its inputs. */
final class AllotmentSplit {

    private AllotmentSplit() {}

    /** By population × score, largest remainder, ties by code; refuses (422) when nobody has both. */
    static List<AllotmentShare> byScore(Money amount, List<Institution> institutions, Map<UUID, BigDecimal> scores) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (Institution one : institutions) {
            weights.put(
                    one.code(),
                    scores.getOrDefault(one.id(), BigDecimal.ZERO).multiply(BigDecimal.valueOf(one.population())));
        }
        if (weights.values().stream().noneMatch(weight -> weight.signum() > 0)) {
            throw Refusal.invalid("appropriation.no-weight").at("/evaluationId");
        }
        Map<String, Money> parts = LargestRemainder.split(amount, weights);
        return institutions.stream()
                .map(one -> AllotmentShare.of(
                        one.id(),
                        one.code(),
                        one.name(),
                        one.population(),
                        scores.getOrDefault(one.id(), BigDecimal.ZERO),
                        parts.getOrDefault(one.code(), Money.ZERO)))
                .toList();
    }

    /** The amounts as they are given. */
    static List<AllotmentShare> fixed(List<Institution> institutions, Map<UUID, Money> amounts) {
        return institutions.stream()
                .map(one -> AllotmentShare.of(
                        one.id(),
                        one.code(),
                        one.name(),
                        one.population(),
                        null,
                        amounts.getOrDefault(one.id(), Money.ZERO)))
                .toList();
    }

    /** The institution's score; refuses (422) when it has none. */
    static BigDecimal score(Map<UUID, BigDecimal> scores, AllotmentShare of) {
        BigDecimal score = scores.get(of.institution());
        if (score == null) {
            throw Refusal.invalid("appropriation.not-evaluated", of.code()).at("/evaluationId");
        }
        return score;
    }
}
