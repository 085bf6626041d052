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
        return one(PointTerm.StandardWorkload.class)
                .map(PointTerm.StandardWorkload::weights)
                .orElse(Map.of());
    }

    public BigDecimal nightFactor() {
        return one(PointTerm.NightFactor.class)
                .map(PointTerm.NightFactor::factor)
                .orElse(BigDecimal.ONE);
    }

    /** Of the post, by title. */
    public Map<String, BigDecimal> coefficients() {
        return one(PointTerm.PostCoefficient.class)
                .map(PointTerm.PostCoefficient::coefficients)
                .orElse(Map.of());
    }

    /** What an institution of this tier weighs more than others. */
    public BigDecimal preference(String tier) {
        return one(ShareTerm.GrassrootsPreference.class)
                .filter(term -> term.tiers().contains(tier))
                .map(ShareTerm.GrassrootsPreference::factor)
                .orElse(BigDecimal.ONE);
    }

    /** How many times the mean of an institution somebody may get. */
    public Optional<BigDecimal> cap() {
        return one(ShareTerm.Cap.class).map(ShareTerm.Cap::timesMean);
    }

    /** What everybody with points gets at an institution at least, in fen. */
    public long floorFen() {
        return one(ShareTerm.Floor.class).map(ShareTerm.Floor::fen).orElse(0L);
    }

    /** Whether any term is an amount that comes off the pool before the rest is split by points. */
    public boolean hasFixed() {
        return all.stream().anyMatch(PayTerm::isFixed);
    }

    private <T extends PayTerm> Optional<T> one(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
