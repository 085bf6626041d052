package org.yilianti.staff.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * A drill of a team: who was called and how soon they came.
 *
 * @param came people who came at all
 * @param inTime of those, how many within the limit
 * @param assembledMinutes until the last of those who came was there; null when nobody came
 * @param limitMinutes of the policy on that day
 */
public record Drill(
        UUID id,
        UUID association,
        UUID team,
        InstitutionRef institution,
        LocalDate heldOn,
        String subject,
        int called,
        int came,
        int inTime,
        @Nullable Integer assembledMinutes,
        int limitMinutes,
        Instant recordedAt,
        String recordedBy) {

    /**
     * How soon somebody came.
     *
     * @param service of whom
     * @param minutes after the call; null: did not come
     */
    public record Arrival(UUID service, @Nullable Integer minutes) {

        boolean within(int limit) {
            return minutes != null && minutes <= limit;
        }
    }

    static Drill held(
            EmergencyTeam team,
            LocalDate heldOn,
            String subject,
            List<Arrival> arrivals,
            int limit,
            Instant at,
            String by) {
        List<Integer> minutes =
                arrivals.stream().map(Arrival::minutes).filter(Objects::nonNull).toList();
        return new Drill(
                Ids.next(),
                team.association(),
                team.id(),
                team.institution(),
                heldOn,
                subject,
                arrivals.size(),
                minutes.size(),
                (int) arrivals.stream().filter(arrival -> arrival.within(limit)).count(),
                minutes.stream().max(Integer::compare).orElse(null),
                limit,
                at,
                by);
    }
}
