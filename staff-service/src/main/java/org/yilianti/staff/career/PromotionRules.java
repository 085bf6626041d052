package org.yilianti.staff.career;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yilianti.staff.career.TitleLadder.Step;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.reward.Reward;
import org.yilianti.staff.training.CreditAccounts;

/** The index of all conditions of a step up the ladder; each is judged, whether the others are met or not. */
record PromotionRules(TitleLadder ladder, Step step, PromotionRewards merits) {

    /** Days of employment that are one year. */
    private static final int YEAR = 365;

    List<Condition> judge(CareerFacts facts, List<CreditAccounts.Year> credits, List<Reward> rewards) {
        return List.of(
                employed(facts),
                yearsInTitle(facts, rewards),
                licence(facts),
                assessments(facts),
                credits(credits),
                grassroots(facts),
                punishments(facts, rewards));
    }

    private Condition employed(CareerFacts facts) {
        InstitutionRef main = facts.main();
        return new Condition("employed", main != null, "main appointment", main == null ? "none" : main.code());
    }

    /** Staff of rural institutions need fewer (R9), and so does whoever was commended (R10). */
    private Condition yearsInTitle(CareerFacts facts, List<Reward> rewards) {
        Optional<Reward> commended = newest(
                rewards,
                PromotionRewards.IN_FAVOUR,
                facts.day().minusMonths(merits.commendationMonths()).plusDays(1));
        int less = commended.isPresent() ? merits.yearsLess() : 0;
        int years = Math.max(0, step.years() - (facts.rural() ? ladder.ruralYearsLess() : 0) - less);
        String why = commended
                .map(one -> ", " + less + " fewer for the " + one.measure() + " of " + one.effectiveOn())
                .orElse("");
        LocalDate since = facts.titleSince();
        long actual = since == null ? 0 : Math.max(0, ChronoUnit.YEARS.between(since, facts.day()));
        boolean met = years == 0 || (since != null && actual >= years);
        return new Condition(
                "years-in-title", met, years + " years" + why, since == null ? "not known" : actual + " years");
    }

    private Condition licence(CareerFacts facts) {
        boolean needed = ladder.licensed().contains(facts.category());
        return new Condition(
                "licence",
                !needed || facts.licensed(),
                needed ? "valid licence" : "none",
                facts.licensed() ? "valid licence" : "none");
    }

    private Condition assessments(CareerFacts facts) {
        LocalDate clean = facts.day().minusYears(step.cleanYears());
        LocalDate failure = facts.lastFailure();
        boolean met = step.cleanYears() == 0 || failure == null || failure.isBefore(clean);
        return new Condition(
                "assessments", met, "none failed since " + clean, Objects.toString(failure, "none failed"));
    }

    /** The yearly need was met in each full year that is asked for (R7). */
    private static Condition credits(List<CreditAccounts.Year> years) {
        String asked = years.isEmpty()
                ? "none"
                : "yearly need met in "
                        + years.stream()
                                .map(year -> String.valueOf(year.year()))
                                .collect(Collectors.joining(", "));
        return new Condition(
                "credits",
                years.stream().allMatch(year -> year.lacking().signum() <= 0),
                asked,
                years.stream()
                        .map(year -> year.year() + ": " + year.counted().toPlainString() + " counted, "
                                + year.lacking().toPlainString() + " lacking")
                        .collect(Collectors.joining("; ")));
    }

    /** No warning and no deferral that stands is as young as the policy asks (R10). */
    private Condition punishments(CareerFacts facts, List<Reward> rewards) {
        LocalDate warnings = facts.day().minusMonths(merits.warningMonths());
        LocalDate deferrals = facts.day().minusMonths(merits.deferralMonths());
        List<String> found = Stream.of(
                        newest(rewards, Set.of(PromotionRewards.WARNING), warnings.plusDays(1)),
                        newest(rewards, Set.of(PromotionRewards.DEFERRAL), deferrals.plusDays(1)))
                .flatMap(Optional::stream)
                .map(one -> one.measure() + " of " + one.effectiveOn())
                .toList();
        return new Condition(
                "punishments",
                found.isEmpty(),
                "no warning after " + warnings + ", no deferral after " + deferrals,
                found.isEmpty() ? "none" : String.join(", ", found));
    }

    private static Optional<Reward> newest(List<Reward> rewards, Set<String> measures, LocalDate from) {
        return rewards.stream()
                .filter(one -> measures.contains(one.measure()))
                .filter(one -> !one.effectiveOn().isBefore(from))
                .max(Comparator.comparing(Reward::effectiveOn));
    }

    private Condition grassroots(CareerFacts facts) {
        int needed = step.grassrootsFor().contains(facts.category()) ? step.grassrootsDays() : 0;
        boolean met = facts.servedDays() >= needed || facts.employedDays() >= YEAR;
        return new Condition(
                "grassroots",
                met,
                needed + " days",
                facts.servedDays() + " days served, " + facts.employedDays() + " days employed there");
    }
}
