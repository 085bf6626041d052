package org.yilianti.rotation.practice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.practice.PracticeQuestion;

/** Up to 1,000 questions at once. */
record DecisionRequest(@NotEmpty @Size(max = 1000) List<@Valid @NotNull AskedPractice> items) {

    /**
     * One question.
     *
     * @param activity specialty code; null for general work
     * @param to first day no longer asked about
     * @param weeklyHours hours a week at that site to be checked against the agreement; null when not asked
     */
    record AskedPractice(
            @NotNull UUID memberId,
            @NotNull UUID institutionId,
            @Nullable @Size(max = 100) String activity,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @PositiveOrZero Integer weeklyHours) {

        private PracticeQuestion question() {
            return new PracticeQuestion(
                    memberId,
                    institutionId,
                    activity,
                    new DatePeriod(from, to),
                    weeklyHours == null ? 0 : weeklyHours * 60);
        }
    }

    List<PracticeQuestion> questions() {
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            AskedPractice item = items.get(index);
            if (!item.to.isAfter(item.from)) {
                violations.add(new Violation("/items/" + index + "/to", "period.inverted", item.from, item.to));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return items.stream().map(AskedPractice::question).toList();
    }
}
