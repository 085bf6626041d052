package org.yilianti.rotation.demand;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.Title;

/**
 * What a shift asks of people beside their number, category and specialty.
 *
 * @param leastTitle lowest professional title; null when any will do
 * @param mostPerPerson most duties of one person in the month; null when not limited
 * @param forbiddenNext codes of shifts of the same demand that must not follow on the next day
 * @param weights what gaps and surplus weigh; null for the standard weights
 */
public record ShiftRules(
        @Nullable Title leastTitle,
        @Nullable Integer mostPerPerson,
        Set<String> forbiddenNext,
        @Nullable ShiftWeights weights) {

    /** A shift that asks nothing more. */
    public static final ShiftRules NONE = new ShiftRules(null, null, Set.of(), null);

    public ShiftRules {
        forbiddenNext = Set.copyOf(forbiddenNext);
    }

    /** What heads cost that are missing or too many. */
    public record ShiftWeights(int belowMinimum, int belowDesired, int aboveDesired) {}

    /** Whether somebody of this title may have the shift. */
    public boolean admits(Title title) {
        return leastTitle == null || title.compareTo(leastTitle) >= 0;
    }
}
