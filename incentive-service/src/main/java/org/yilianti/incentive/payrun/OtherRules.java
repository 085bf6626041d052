package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * The rules to simulate; null leaves a rule as the run had it.
 *
 * @param kindWeights worth of a minute by kind of service
 * @param nightFactor on a minute of a night
 * @param coefficients of the post, by title
 * @param payScheme all of another pay scheme, be it a draft
 */
public record OtherRules(
        @Nullable SchemeId scheme,
        @Nullable Map<String, BigDecimal> kindWeights,
        @Nullable BigDecimal nightFactor,
        @Nullable Map<String, BigDecimal> coefficients,
        @Nullable PaySchemeId payScheme,
        @Nullable Money pool) {

    /** Refuses (422) rules that are all as the run had them, and a pay scheme together with single factors. */
    public OtherRules {
        boolean factors = kindWeights != null || nightFactor != null || coefficients != null;
        if (scheme == null && payScheme == null && !factors && pool == null) {
            throw Refusal.invalid("payrun.nothing-simulated");
        }
        if (payScheme != null && factors) {
            throw Refusal.invalid("payrun.scheme-and-factors").at("/paySchemeId");
        }
    }

    /** The policy to simulate where these rules change it; null when they do not. */
    @Nullable PayPolicy policy(PayPolicy inForce) {
        if (kindWeights == null && nightFactor == null && coefficients == null) {
            return null;
        }
        return new PayPolicy(
                kindWeights == null ? inForce.kindWeights() : kindWeights,
                nightFactor == null ? inForce.nightFactor() : nightFactor,
                coefficients == null ? inForce.coefficients() : coefficients);
    }
}
