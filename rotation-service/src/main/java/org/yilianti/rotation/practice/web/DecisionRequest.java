package org.yilianti.rotation.practice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.practice.Activity;
import org.yilianti.rotation.practice.PracticeQuestion;

/**
 * One question or up to 10,000 at once.
 *
 * @param item the one question; null when there are several
 * @param items the several questions; null when there is one
 * @param knownAt asks what was lawful as far as this service knew then; null for what it knows now
 */
record DecisionRequest(
        @Nullable @Valid AskedPractice item,
        @Nullable @Size(min = 1, max = 10_000) List<@Valid @NotNull AskedPractice> items,
        @InEra @Nullable Instant knownAt) {

    /**
     * One question.
     *
     * @param activity specialty code; null for general work
     * @param category practice category that the licence must be of; null when not asked
     * @param scope practice scope that the licence must name; null when not asked
     * @param procedure a procedure that may be restricted; null when not asked
     * @param duty staff category that the duty is for; null when not asked
     * @param to first day no longer asked about
     * @param weeklyHours hours a week at that site to be checked against the agreement; null when not asked
     */
    record AskedPractice(
            @NotNull UUID memberId,
            @NotNull UUID institutionId,
            @Nullable @Size(max = 100) String activity,
            @Nullable @Size(max = 100) String category,
            @Nullable @Size(max = 200) String scope,
            @Nullable @Size(max = 100) String procedure,
            @Nullable @Size(max = 40) String duty,
            @NotNull @InEra LocalDate from,
            @NotNull @InEra LocalDate to,
            @Nullable @PositiveOrZero Integer weeklyHours) {

        private PracticeQuestion question() {
            return new PracticeQuestion(
                    memberId,
                    institutionId,
                    new Activity(activity, category, scope, procedure, duty),
                    new DatePeriod(from, to),
                    weeklyHours == null ? 0 : weeklyHours * 60);
        }
    }

    List<PracticeQuestion> questions() {
        List<AskedPractice> asked = asked();
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            AskedPractice one = asked.get(index);
            if (!one.to.isAfter(one.from)) {
                violations.add(new Violation("/items/" + index + "/to", "period.inverted", one.from, one.to));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return asked.stream().map(AskedPractice::question).toList();
    }

    private List<AskedPractice> asked() {
        if (item != null && items == null) {
            return List.of(item);
        }
        if (items != null && item == null) {
            return items;
        }
        throw Refusal.invalid("practice.item-or-items").at("/items");
    }
}
