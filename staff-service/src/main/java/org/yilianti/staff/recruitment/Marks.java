package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.recruitment.Standing.Effect;
import org.yilianti.staff.recruitment.Standing.Explanation;
import org.yilianti.staff.recruitment.Standing.Part;
import org.yilianti.staff.recruitment.Standing.Preference;

/**
 * What a contestant's scores and grounds come to by the rules of a campaign; worked out once, since a sort asks often.
 *
 * @param claimed what all grounds would give without a cap
 * @param total parts and capped preference, rounded half up to two decimals
 */
record Marks(
        Contestant contestant,
        ExamRules rules,
        List<Part> parts,
        List<Preference> grounds,
        BigDecimal claimed,
        BigDecimal total) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static Marks of(Contestant contestant, ExamRules rules) {
        List<Part> parts = parts(contestant, rules);
        List<Preference> grounds = rules.grounds().stream()
                .filter(ground -> contestant.grounds().contains(ground.code()))
                .map(ground -> new Preference(ground.code(), ground.points()))
                .toList();
        BigDecimal claimed = grounds.stream().map(Preference::points).reduce(NOTHING, BigDecimal::add);
        BigDecimal total = parts.stream()
                .map(Part::points)
                .reduce(claimed.min(rules.preferenceCap()), BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        return new Marks(contestant, rules, parts, grounds, claimed, total);
    }

    /** Exact: a score of two decimals times a weight of four. */
    private static List<Part> parts(Contestant contestant, ExamRules rules) {
        List<Part> parts = new ArrayList<>();
        for (ExamPart part : ExamPart.values()) {
            BigDecimal score = contestant.scores().of(part);
            BigDecimal weight = rules.exam(part).weight();
            if (rules.exam(part).held() && score != null) {
                parts.add(new Part(part, score, weight, score.multiply(weight)));
            }
        }
        return List.copyOf(parts);
    }

    /** Why the contestant is not ranked; empty for who is. */
    Optional<String> objection() {
        return Arrays.stream(ExamPart.values())
                .filter(part -> rules.exam(part).held())
                .flatMap(part -> objection(part).stream())
                .findFirst();
    }

    private Optional<String> objection(ExamPart part) {
        BigDecimal score = contestant.scores().of(part);
        if (score == null) {
            return Optional.of(part.code() + "-missing");
        }
        return score.compareTo(rules.exam(part).minimum()) < 0
                ? Optional.of(part.code() + "-below-minimum")
                : Optional.empty();
    }

    private BigDecimal score(ExamPart part) {
        return Objects.requireNonNullElse(contestant.scores().of(part), NOTHING);
    }

    /** Who comes first by one tie rule. */
    static Comparator<Marks> by(TieRule rule) {
        return switch (rule) {
            case PAPER ->
                Comparator.comparing((Marks marks) -> marks.score(ExamPart.PAPER))
                        .reversed();
            case INTERVIEW ->
                Comparator.comparing((Marks marks) -> marks.score(ExamPart.INTERVIEW))
                        .reversed();
            case PREFERENCE -> Comparator.comparing(Marks::claimed).reversed();
            case EDUCATION ->
                Comparator.comparing((Marks marks) -> marks.contestant.education())
                        .reversed();
            case TITLE ->
                Comparator.comparing((Marks marks) -> marks.contestant.title()).reversed();
            case EARLIER_APPLICATION ->
                Comparator.comparing((Marks marks) -> marks.contestant.appliedAt())
                        .thenComparing(marks -> marks.contestant.application().toString());
        };
    }

    Explanation explained(@Nullable TieRule tieRule, Effect effect) {
        Optional<String> objection = objection();
        return new Explanation(
                parts,
                grounds,
                claimed.min(rules.preferenceCap()),
                objection.isPresent() ? null : total,
                objection.orElse(null),
                tieRule,
                effect);
    }
}
