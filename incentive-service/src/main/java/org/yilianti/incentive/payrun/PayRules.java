package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payscheme.PayScheme;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.PointTerm;
import org.yilianti.platform.money.Money;

/**
 * By what a run is calculated.
 *
 * @param scheme null when there was none in force and the policy was taken
 */
record PayRules(@Nullable PaySchemeId scheme, PayTerms terms) {

    static PayRules of(PayScheme scheme) {
        return new PayRules(scheme.id(), scheme.terms());
    }

    /** The policy as terms, named as everybody knows them. */
    static PayRules of(PayPolicy policy) {
        return new PayRules(
                null,
                new PayTerms(List.of(
                        new PointTerm.StandardWorkload(
                                "standard-workload", "标化工作量", "Standard workload", policy.kindWeights()),
                        new PointTerm.NightFactor("night-factor", "夜班系数", "Night factor", policy.nightFactor()),
                        new PointTerm.Quality("quality", "质量系数", "Quality"),
                        new PointTerm.PostCoefficient(
                                "post-coefficient", "岗位系数", "Post coefficient", policy.coefficients()))));
    }

    PayPolicy factors() {
        return new PayPolicy(terms.kindWeights(), terms.nightFactor(), terms.coefficients());
    }

    BigDecimal preference(String tier) {
        return terms.preference(tier);
    }

    PayLimits limits() {
        return new PayLimits(terms.cap().orElse(null), Money.ofFen(terms.floorFen()));
    }
}
