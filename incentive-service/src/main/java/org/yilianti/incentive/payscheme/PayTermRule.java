package org.yilianti.incentive.payscheme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yilianti.incentive.scheme.IncomeRule;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** All rules that the terms of a scheme must keep, checked together, so that an author sees every violation at once. */
enum PayTermRule {
    CODES_ARE_UNIQUE(PayTermRule::repeatedCodes),
    A_TYPE_STANDS_ONCE(PayTermRule::repeatedTypes),
    POINTS_ARE_WHOLE(PayTermRule::missing),
    SETTINGS_FIT(terms -> terms.stream().flatMap(term -> term.problem().stream())),
    NO_INCOME(terms -> terms.stream().flatMap(PayTermRule::income));

    private static final List<Class<? extends PayTerm>> NEEDED =
            List.of(PointTerm.StandardWorkload.class, PointTerm.Quality.class, PointTerm.PostCoefficient.class);

    @SuppressWarnings("ImmutableEnumChecker") // method references of this class
    private final Function<List<PayTerm>, Stream<Violation>> violations;

    PayTermRule(Function<List<PayTerm>, Stream<Violation>> violations) {
        this.violations = violations;
    }

    /** Refuses (422) terms that break a rule, with all that they break. */
    static void check(List<PayTerm> terms) {
        List<Violation> found = Stream.of(values())
                .flatMap(rule -> rule.violations.apply(terms))
                .toList();
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }

    private static Stream<Violation> repeatedCodes(List<PayTerm> terms) {
        Set<String> seen = new HashSet<>();
        return terms.stream()
                .map(PayTerm::code)
                .filter(code -> !seen.add(code))
                .map(code -> new Violation("/terms/" + code, "payscheme.code-repeated", code));
    }

    private static Stream<Violation> repeatedTypes(List<PayTerm> terms) {
        Set<Class<?>> seen = new HashSet<>();
        return terms.stream()
                .filter(term -> !seen.add(term.getClass()))
                .map(term -> new Violation("/terms/" + term.code(), "payscheme.type-repeated", term.code()));
    }

    private static Stream<Violation> missing(List<PayTerm> terms) {
        return NEEDED.stream()
                .filter(type -> terms.stream().noneMatch(type::isInstance))
                .map(type -> new Violation("/terms", "payscheme.term-missing", TermTypes.name(type)));
    }

    private static Stream<Violation> income(PayTerm term) {
        Optional<String> own = IncomeRule.matchedTerm(term.code(), term.name(), term.nameEn());
        Stream<String> kinds = kinds(term).flatMap(kind -> IncomeRule.matchedTerm(kind).stream());
        return Stream.concat(own.stream(), kinds)
                .map(text -> new Violation(
                        "/terms/" + term.code(), "payscheme.income-weighted", term.code(), text, IncomeRule.CLAUSE));
    }

    private static Stream<String> kinds(PayTerm term) {
        return switch (term) {
            case PointTerm.StandardWorkload workload -> workload.weights().keySet().stream();
            case Allowance.EmergencyAllowance emergency ->
                Stream.ofNullable(emergency.kinds()).flatMap(List::stream);
            default -> Stream.empty();
        };
    }
}
