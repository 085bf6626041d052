package org.yilianti.incentive.payscheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scheme's terms say, taken together; without a term, its factor is 1. */
public record PayTerms(List<PayTerm> all) {

    public PayTerms {
        all = List.copyOf(all);
    }

    /** Worth of a minute by kind of service. */
    public Map<String, BigDecimal> kindWeights() {
        return one(PayTerm.StandardWorkload.class)
                .map(PayTerm.StandardWorkload::weights)
                .orElse(Map.of());
    }

    public BigDecimal nightFactor() {
        return one(PayTerm.NightFactor.class).map(PayTerm.NightFactor::factor).orElse(BigDecimal.ONE);
    }

    /** Of the post, by title. */
    public Map<String, BigDecimal> coefficients() {
        return one(PayTerm.PostCoefficient.class)
                .map(PayTerm.PostCoefficient::coefficients)
                .orElse(Map.of());
    }

    /** What an institution of this tier weighs more than others. */
    public BigDecimal preference(String tier) {
        return one(PayTerm.GrassrootsPreference.class)
                .filter(term -> term.tiers().contains(tier))
                .map(PayTerm.GrassrootsPreference::factor)
                .orElse(BigDecimal.ONE);
    }

    /** How many times the mean of an institution somebody may get. */
    public Optional<BigDecimal> cap() {
        return one(PayTerm.Cap.class).map(PayTerm.Cap::timesMean);
    }

    /** What everybody with points gets at an institution at least, in fen. */
    public long floorFen() {
        return one(PayTerm.Floor.class).map(PayTerm.Floor::fen).orElse(0L);
    }

    /** Whether any term is an amount that comes off the pool before the rest is split by points. */
    public boolean hasFixed() {
        return all.stream().anyMatch(PayTerm::isFixed);
    }

    private <T extends PayTerm> Optional<T> one(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
