package org.yilianti.rotation.practice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;

/**
 * May this person practise there then?
 *
 * @param days the days asked about; must end
 * @param weeklyMinutes minutes the person would work at that site in the busiest of the weeks, 0 when not asked
 */
public record PracticeQuestion(
        UUID memberId, UUID institutionId, Activity activity, DatePeriod days, int weeklyMinutes) {

    public PracticeQuestion {
        if (days.to() == null) {
            throw new IllegalArgumentException("a question about practice must end");
        }
    }

    /** The question about one day. */
    public static PracticeQuestion on(LocalDate day, UUID memberId, UUID institutionId, @Nullable String specialty) {
        return new PracticeQuestion(
                memberId, institutionId, Activity.of(specialty), new DatePeriod(day, day.plusDays(1)), 0);
    }
}
