package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

/** What a contestant's scores and grounds come to by the rules of a campaign. */
record Marks(Contestant contestant, ExamRules rules) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

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

    /** Exact: a score of two decimals times a weight of four. */
    List<Part> parts() {
        return Arrays.stream(ExamPart.values())
                .filter(part -> rules.exam(part).held() && contestant.scores().of(part) != null)
                .map(part -> new Part(
                        part,
                        score(part),
                        rules.exam(part).weight(),
                        score(part).multiply(rules.exam(part).weight())))
                .toList();
    }

    private BigDecimal score(ExamPart part) {
        return Objects.requireNonNullElse(contestant.scores().of(part), NOTHING);
    }

    List<Preference> grounds() {
        return rules.grounds().stream()
                .filter(ground -> contestant.grounds().contains(ground.code()))
                .map(ground -> new Preference(ground.code(), ground.points()))
                .toList();
    }

    /** What all grounds would give without a cap. */
    BigDecimal claimed() {
        return grounds().stream().map(Preference::points).reduce(NOTHING, BigDecimal::add);
    }

    BigDecimal preference() {
        return claimed().min(rules.preferenceCap());
    }

    BigDecimal total() {
        return parts().stream()
                .map(Part::points)
                .reduce(preference(), BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
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
                parts(),
                grounds(),
                preference(),
                objection.isPresent() ? null : total(),
                objection.orElse(null),
                tieRule,
                effect);
    }
}
