package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** What may be entered: refuses (422) with every wrong item of the list. */
final class EntryRule {

    private static final BigDecimal LARGEST_VALUE = new BigDecimal("1000000000000");
    private static final BigDecimal LARGEST_QUALITY = new BigDecimal("2");

    private EntryRule() {}

    /**
     * Measures belong to this evaluation's institutions and indicators, once each, come from where the scheme says that the
     * indicator's values come from, if it says so, and are numbers that can be.
     */
    static void check(
            Evaluation evaluation,
            IndicatorScheme scheme,
            List<Measure> measures,
            DataSource origin,
            IntFunction<String> at) {
        Set<UUID> institutions =
                evaluation.institutions().stream().map(EvaluatedInstitution::id).collect(Collectors.toSet());
        Map<String, Indicator> indicators =
                scheme.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        Set<Object> seen = new HashSet<>();
        refuse(measures, at, one -> {
            if (!institutions.contains(one.institution())) {
                return violation("institutionId", "evaluation.institution-unknown", one.institution());
            }
            Indicator indicator = indicators.get(one.indicator());
            if (indicator == null) {
                return violation("indicator", "evaluation.indicator-unknown", one.indicator());
            }
            DataSource source = indicator.source();
            if (source != null && !source.accepts(origin)) {
                return violation("indicator", "evaluation.source-is-" + source.code(), one.indicator());
            }
            if (!seen.add(List.of(one.institution(), one.indicator()))) {
                return violation("indicator", "evaluation.measure-repeated", one.indicator());
            }
            return isNumber(one.value(), LARGEST_VALUE, 6)
                    ? Optional.empty()
                    : violation("value", "evaluation.value-invalid", one.value().toPlainString());
        });
    }

    /** Qualities belong to known people, once each, between 0 and 2. */
    static void check(Set<String> knownStaff, List<PersonQuality> qualities, IntFunction<String> at) {
        Set<String> seen = new HashSet<>();
        refuse(qualities, at, one -> {
            if (!knownStaff.contains(one.staffNo())) {
                return violation("staffNo", "evaluation.member-unknown", one.staffNo());
            }
            if (!seen.add(one.staffNo())) {
                return violation("staffNo", "evaluation.quality-repeated", one.staffNo());
            }
            return isNumber(one.quality(), LARGEST_QUALITY, 4)
                    ? Optional.empty()
                    : violation(
                            "quality",
                            "evaluation.quality-invalid",
                            one.quality().toPlainString());
        });
    }

    /** Where an item of a list stands. */
    static String item(int index) {
        return "/items/" + index + "/";
    }

    /** A violation whose pointer still lacks its item. */
    private record Found(String field, String code, Object argument) {}

    private static Optional<Found> violation(String field, String code, Object argument) {
        return Optional.of(new Found(field, code, argument));
    }

    private static <T> void refuse(List<T> items, IntFunction<String> at, Function<T, Optional<Found>> rule) {
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String item = at.apply(index);
            rule.apply(items.get(index))
                    .ifPresent(found ->
                            violations.add(new Violation(item + found.field(), found.code(), found.argument())));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private static boolean isNumber(BigDecimal value, BigDecimal largest, int decimals) {
        return value.signum() >= 0
                && value.compareTo(largest) <= 0
                && value.stripTrailingZeros().scale() <= decimals;
    }
}
