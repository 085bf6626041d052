package org.yilianti.rotation.solver;

import java.util.Map;

/**
 * The hard limits of one person's hours and rest. All are policy with exceptions per person; {@link #UNLIMITED} switches one off.
 * Weeks run Monday to Sunday; a duty's minutes belong to the day it starts on.
 *
 * @param minutesPerWeek most minutes in one week
 * @param minutesInHorizon most minutes in the whole horizon
 * @param consecutiveDays most days in a row with a duty
 * @param consecutiveNights most nights in a row
 * @param weekends most weekends with a duty on Saturday or Sunday
 * @param restMinutes least minutes between two duties; travel between sites comes on top
 * @param restAfterNightMinutes least minutes between the last night of a block and the next duty that is not a night
 * @param dutiesPerType most duties of a shift type in the horizon; types that are not named are not limited
 * @param least what is promised at least
 */
public record Limits(
        int minutesPerWeek,
        int minutesInHorizon,
        int consecutiveDays,
        int consecutiveNights,
        int weekends,
        int restMinutes,
        int restAfterNightMinutes,
        Map<String, Integer> dutiesPerType,
        Least least) {

    /** No limit; small enough that sums with it stay integers. */
    public static final int UNLIMITED = 1_000_000_000;

    public Limits {
        dutiesPerType = Map.copyOf(dutiesPerType);
        if (minutesPerWeek < 0
                || minutesInHorizon < 0
                || consecutiveDays < 0
                || consecutiveNights < 0
                || weekends < 0
                || dutiesPerType.values().stream().anyMatch(most -> most < 0)) {
            throw new IllegalArgumentException("limits must not be negative");
        }
        if (restMinutes < 0 || restAfterNightMinutes < 0) {
            throw new IllegalArgumentException("rest must not be negative");
        }
    }

    /** Limits without a limit per shift type and without least numbers. */
    public Limits(
            int minutesPerWeek,
            int minutesInHorizon,
            int consecutiveDays,
            int consecutiveNights,
            int weekends,
            int restMinutes,
            int restAfterNightMinutes) {
        this(
                minutesPerWeek,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                Map.of(),
                Least.none());
    }

    /** 44 h and one rest day a week (labour law), 11 h between duties and 24 h after a night, at most 4 nights in a row. */
    public static Limits standard() {
        return new Limits(44 * 60, UNLIMITED, 6, 4, UNLIMITED, 11 * 60, 24 * 60);
    }

    /** Nothing limited, no rest required. */
    public static Limits none() {
        return new Limits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, 0, 0);
    }

    public Limits withMinutesPerWeek(int minutes) {
        return new Limits(
                minutes,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                dutiesPerType,
                least);
    }

    public Limits withMinutesInHorizon(int minutes) {
        return new Limits(
                minutesPerWeek,
                minutes,
                consecutiveDays,
                consecutiveNights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                dutiesPerType,
                least);
    }

    public Limits withConsecutive(int days, int nights) {
        return new Limits(
                minutesPerWeek,
                minutesInHorizon,
                days,
                nights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                dutiesPerType,
                least);
    }

    public Limits withWeekends(int most) {
        return new Limits(
                minutesPerWeek,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                most,
                restMinutes,
                restAfterNightMinutes,
                dutiesPerType,
                least);
    }

    public Limits withRest(int betweenDuties, int afterNight) {
        return new Limits(
                minutesPerWeek,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                weekends,
                betweenDuties,
                afterNight,
                dutiesPerType,
                least);
    }

    public Limits withDutiesPerType(Map<String, Integer> most) {
        return new Limits(
                minutesPerWeek,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                most,
                least);
    }

    public Limits withLeast(Least promised) {
        return new Limits(
                minutesPerWeek,
                minutesInHorizon,
                consecutiveDays,
                consecutiveNights,
                weekends,
                restMinutes,
                restAfterNightMinutes,
                dutiesPerType,
                promised);
    }
}
