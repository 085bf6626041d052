package org.yilianti.staff.career;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yilianti.staff.career.TitleLadder.Step;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.training.CreditAccounts;

/** The index of all conditions of a step up the ladder; each is judged, whether the others are met or not. */
record PromotionRules(TitleLadder ladder, Step step) {

    /** Days of employment that are one year. */
    private static final int YEAR = 365;

    List<Condition> judge(CareerFacts facts, List<CreditAccounts.Year> credits) {
        return List.of(
                employed(facts),
                yearsInTitle(facts),
                licence(facts),
                assessments(facts),
                credits(credits),
                grassroots(facts));
    }

    private Condition employed(CareerFacts facts) {
        InstitutionRef main = facts.main();
        return new Condition("employed", main != null, "main appointment", main == null ? "none" : main.code());
    }

    /** Staff of rural institutions need fewer (R9). */
    private Condition yearsInTitle(CareerFacts facts) {
        int years = Math.max(0, step.years() - (facts.rural() ? ladder.ruralYearsLess() : 0));
        LocalDate since = facts.titleSince();
        long actual = since == null ? 0 : Math.max(0, ChronoUnit.YEARS.between(since, facts.day()));
        boolean met = years == 0 || (since != null && actual >= years);
        return new Condition("years-in-title", met, years + " years", since == null ? "not known" : actual + " years");
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
