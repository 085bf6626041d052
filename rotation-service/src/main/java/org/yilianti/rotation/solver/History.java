package org.yilianti.rotation.solver;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody brings along from before the horizon, so that limits do not start anew with each period.
 *
 * @param consecutiveDays days in a row with a duty, up to and including the eve; 0 when the eve was free
 * @param consecutiveNights nights in a row up to and including the eve
 * @param weekMinutesBySite minutes already worked, per site, in the week that day 0 lies in (before day 0)
 */
public record History(
        Optional<LastDuty> lastDuty,
        int consecutiveDays,
        int consecutiveNights,
        Map<String, Integer> weekMinutesBySite) {

    public History {
        weekMinutesBySite = Map.copyOf(weekMinutesBySite);
        if (consecutiveNights > consecutiveDays) {
            throw new IllegalArgumentException("more nights (" + consecutiveNights + ") than days (" + consecutiveDays
                    + ") in a row: every night is a day with a duty");
        }
    }

    /** A newcomer's history. */
    public static History none() {
        return new History(Optional.empty(), 0, 0, Map.of());
    }

    int weekMinutes() {
        return weekMinutesBySite.values().stream().mapToInt(Integer::intValue).sum();
    }
}
