package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yilianti.platform.problem.Violation;

/** The rules that every scheme keeps. */
enum SchemeRule {
    /** Each weight is above 0, at most 1, and has at most six decimals. */
    WEIGHTS_ARE_SHARES {
        @Override
        List<Violation> violations(List<Indicator> indicators) {
            return each(
                    indicators,
                    "weight",
                    one -> one.weight().signum() > 0
                            && one.weight().compareTo(BigDecimal.ONE) <= 0
                            && decimals(one.weight()) <= DECIMALS,
                    one -> violation("scheme.weight-invalid", one.code(), plain(one.weight())));
        }
    },
    /** The weights sum to exactly 1. */
    WEIGHTS_SUM_TO_ONE {
        @Override
        List<Violation> violations(List<Indicator> indicators) {
            BigDecimal sum = indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal missing = BigDecimal.ONE.subtract(sum);
            return switch (missing.signum()) {
                case 0 -> List.of();
                case 1 -> List.of(new Violation("/indicators", "scheme.weights-too-small", plain(sum), plain(missing)));
                default ->
                    List.of(new Violation(
                            "/indicators", "scheme.weights-too-large", plain(sum), plain(missing.negate())));
            };
        }
    },
    /** Each target is above 0 and above its floor, and no number is absurd. */
    TARGETS_CAN_BE_MET {
        @Override
        List<Violation> violations(List<Indicator> indicators) {
            return each(
                    indicators,
                    "target",
                    one -> isAmount(one.target())
                            && isAmount(one.floor())
                            && one.target().signum() > 0
                            && one.floor().compareTo(one.target()) < 0,
                    one -> violation("scheme.target-invalid", one.code(), plain(one.target()), plain(one.floor())));
        }
    },
    /** No code occurs twice. */
    CODES_ARE_UNIQUE {
        @Override
        List<Violation> violations(List<Indicator> indicators) {
            Set<String> seen = new HashSet<>();
            return each(
                    indicators,
                    "code",
                    one -> seen.add(one.code()),
                    one -> violation("scheme.code-repeated", one.code()));
        }
    },
    /** Nothing measures what patients are charged; see {@link IncomeRule}. */
    NO_INCOME_IS_MEASURED {
        @Override
        List<Violation> violations(List<Indicator> indicators) {
            return each(
                    indicators,
                    "name",
                    one -> IncomeRule.matchedTerm(one).isEmpty(),
                    one -> violation(
                            "scheme.income-measured",
                            one.code(),
                            IncomeRule.matchedTerm(one).orElseThrow(),
                            IncomeRule.CLAUSE));
        }
    };

    private static final int DECIMALS = 6;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    abstract List<Violation> violations(List<Indicator> indicators);

    /** All violations of all rules; empty for a scheme that may stand. */
    static List<Violation> violationsOf(List<Indicator> indicators) {
        List<Violation> all = new ArrayList<>();
        for (SchemeRule rule : values()) {
            all.addAll(rule.violations(indicators));
        }
        return all;
    }

    private static List<Violation> each(
            List<Indicator> indicators,
            String field,
            Predicate<Indicator> kept,
            Function<Indicator, Function<String, Violation>> violation) {
        List<Violation> found = new ArrayList<>();
        for (int index = 0; index < indicators.size(); index++) {
            if (!kept.test(indicators.get(index))) {
                found.add(violation.apply(indicators.get(index)).apply("/indicators/" + index + "/" + field));
            }
        }
        return found;
    }

    private static Function<String, Violation> violation(String code, Object... args) {
        return pointer -> new Violation(pointer, code, args);
    }

    private static boolean isAmount(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(LARGEST) < 0 && decimals(value) <= DECIMALS;
    }

    private static int decimals(BigDecimal value) {
        return value.stripTrailingZeros().scale();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
