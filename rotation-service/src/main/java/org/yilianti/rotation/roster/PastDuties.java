package org.yilianti.rotation.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.solver.History;
import org.yilianti.rotation.solver.LastDuty;

/** What a person's duties before a month mean for it: rest, runs and the hours of the running week go on over its first day. */
public record PastDuties(LocalDate start, List<Duty> duties) {

    /** How far back duties matter: longer than any run of days that is allowed. */
    public static final int DAYS = 14;

    /** @param shiftTypes keys of the shifts to be planned: what followed the last duty is forbidden where it is one of them */
    public History history(Set<String> shiftTypes) {
        return new History(last(shiftTypes), run(false), run(true), weekMinutes());
    }

    private Optional<LastDuty> last(Set<String> shiftTypes) {
        return duties.stream()
                .max(Comparator.comparing(Duty::endsAt))
                .map(duty -> new LastDuty(
                        Math.toIntExact(ChronoUnit.DAYS.between(start, duty.date())),
                        Math.toIntExact(Duration.between(AssociationZone.startOf(start), duty.endsAt())
                                .toMinutes()),
                        duty.institutionId().toString(),
                        duty.night(),
                        key(duty, shiftTypes)));
    }

    private static @Nullable String key(Duty duty, Set<String> shiftTypes) {
        String key = duty.institutionId() + "/" + duty.shift();
        return shiftTypes.contains(key) ? key : null;
    }

    private int run(boolean nightsOnly) {
        int length = 0;
        while (works(start.minusDays(length + 1L), nightsOnly)) {
            length++;
        }
        return length;
    }

    private boolean works(LocalDate day, boolean nightsOnly) {
        return duties.stream().anyMatch(duty -> duty.date().equals(day) && (duty.night() || !nightsOnly));
    }

    private Map<String, Integer> weekMinutes() {
        LocalDate monday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, Integer> minutes = new HashMap<>();
        duties.stream()
                .filter(duty -> !duty.date().isBefore(monday))
                .forEach(duty -> minutes.merge(
                        duty.institutionId().toString(),
                        Math.toIntExact(
                                Duration.between(duty.startsAt(), duty.endsAt()).toMinutes()),
                        Integer::sum));
        return minutes;
    }
}
