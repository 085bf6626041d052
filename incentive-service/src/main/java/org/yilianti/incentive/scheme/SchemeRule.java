package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yilianti.incentive.scheme.SchemeContent.Node;
import org.yilianti.platform.problem.Violation;

/** The rules that every scheme keeps. */
enum SchemeRule {
    /** Each weight is above 0, at most 1, and has at most six decimals; four in a tree, so that products stay exact. */
    WEIGHTS_ARE_SHARES {
        @Override
        List<Violation> violations(SchemeContent content) {
            int most = content.groups().isEmpty() ? DECIMALS : DECIMALS_IN_A_TREE;
            return each(
                    content.nodes(),
                    one -> one.weight().signum() > 0
                            && one.weight().compareTo(BigDecimal.ONE) <= 0
                            && decimals(one.weight()) <= most,
                    one -> new Violation(
                            one.pointer() + "/weight", "scheme.weight-invalid", one.code(), plain(one.weight()), most));
        }
    },
    /** The weights sum to exactly 1 at the top and below every group. */
    WEIGHTS_SUM_TO_ONE {
        @Override
        List<Violation> violations(SchemeContent content) {
            return SiblingWeights.violations(content);
        }
    },
    /** Every group is at the first or second level and has something below it; nothing hangs in the air. */
    TREE_IS_WHOLE {
        @Override
        List<Violation> violations(SchemeContent content) {
            Set<String> top = new HashSet<>();
            Set<String> all = new HashSet<>();
            Set<String> used = new HashSet<>();
            content.groups().stream().filter(one -> one.parent().isEmpty()).forEach(one -> top.add(one.code()));
            content.groups().forEach(one -> all.add(one.code()));
            content.nodes().forEach(one -> used.add(one.parent()));
            List<Violation> found = new ArrayList<>();
            for (Node one : content.nodes()) {
                boolean group = one.pointer().startsWith("/groups");
                if (!one.parent().isEmpty() && !(group ? top : all).contains(one.parent())) {
                    found.add(new Violation(
                            one.pointer() + "/parent", "scheme.parent-unknown", one.code(), one.parent()));
                } else if (group && !used.contains(one.code())) {
                    found.add(new Violation(one.pointer(), "scheme.group-empty", one.code()));
                }
            }
            return found;
        }
    },
    /** Each target is above 0 and above its floor, and no number is absurd. */
    TARGETS_CAN_BE_MET {
        @Override
        List<Violation> violations(SchemeContent content) {
            return eachIndicator(
                    content,
                    one -> isAmount(one.target())
                            && isAmount(one.floor())
                            && one.target().signum() > 0
                            && one.floor().compareTo(one.target()) < 0,
                    (one, pointer) -> new Violation(
                            pointer + "/target",
                            "scheme.target-invalid",
                            one.code(),
                            plain(one.target()),
                            plain(one.floor())));
        }
    },
    /** A banded indicator, and no other, has bands; they ascend from 0 or more and score 0 to 1. */
    BANDS_ASCEND {
        @Override
        List<Violation> violations(SchemeContent content) {
            return eachIndicator(
                    content,
                    one -> (one.scoring() == Scoring.BANDED) != one.bands().isEmpty() && ascend(one.bands()),
                    (one, pointer) -> new Violation(pointer + "/bands", "scheme.bands-invalid", one.code()));
        }
    },
    /** No code occurs twice. */
    CODES_ARE_UNIQUE {
        @Override
        List<Violation> violations(SchemeContent content) {
            Set<String> seen = new HashSet<>();
            return each(
                    content.nodes(),
                    one -> seen.add(one.code()),
                    one -> new Violation(one.pointer() + "/code", "scheme.code-repeated", one.code()));
        }
    },
    /** Nothing measures what patients are charged; see {@link IncomeRule}. */
    NO_INCOME_IS_MEASURED {
        @Override
        List<Violation> violations(SchemeContent content) {
            return each(
                    content.nodes(),
                    one -> IncomeRule.matchedTerm(one.code(), one.name(), one.nameEn())
                            .isEmpty(),
                    one -> new Violation(
                            one.pointer() + "/name",
                            "scheme.income-measured",
                            one.code(),
                            IncomeRule.matchedTerm(one.code(), one.name(), one.nameEn())
                                    .orElseThrow(),
                            IncomeRule.CLAUSE));
        }
    };

    private static final int DECIMALS = 6;
    private static final int DECIMALS_IN_A_TREE = 4;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    abstract List<Violation> violations(SchemeContent content);

    /** All violations of all rules; empty for a scheme that may stand. */
    static List<Violation> violationsOf(SchemeContent content) {
        List<Violation> all = new ArrayList<>();
        for (SchemeRule rule : values()) {
            all.addAll(rule.violations(content));
        }
        return all;
    }

    private static List<Violation> each(List<Node> nodes, Predicate<Node> kept, Function<Node, Violation> violation) {
        List<Violation> found = new ArrayList<>();
        for (Node one : nodes) {
            if (!kept.test(one)) {
                found.add(violation.apply(one));
            }
        }
        return found;
    }

    private static List<Violation> eachIndicator(
            SchemeContent content, Predicate<Indicator> kept, BiFunction<Indicator, String, Violation> violation) {
        List<Violation> found = new ArrayList<>();
        for (int index = 0; index < content.indicators().size(); index++) {
            Indicator one = content.indicators().get(index);
            if (!kept.test(one)) {
                found.add(violation.apply(one, "/indicators/" + index));
            }
        }
        return found;
    }

    private static boolean ascend(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean above = i == 0 || band.from().compareTo(bands.get(i - 1).from()) > 0;
            boolean share = band.score().signum() >= 0
                    && band.score().compareTo(BigDecimal.ONE) <= 0
                    && decimals(band.score()) <= DECIMALS;
            if (!above || !share || !isAmount(band.from())) {
                return false;
            }
        }
        return true;
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
