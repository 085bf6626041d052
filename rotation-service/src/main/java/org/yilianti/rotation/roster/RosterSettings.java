package org.yilianti.rotation.roster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yilianti.rotation.solver.Limits;

/**
 * Limits of hours and rest, and how plans are solved. The limits are policy after labour law and the association's rules.
 *
 * @param weeklyHours most hours in a week, Monday to Sunday
 * @param consecutiveDays most days in a row with a duty
 * @param consecutiveNights most nights in a row
 * @param rest least time between two duties
 * @param restAfterNight least time between a night and the next duty that is none
 * @param dailyHours hours of a full-time working day, the yardstick of a fair load
 * @param travelKilometresPerHour speed between sites along the straight line
 * @param stepsPerSecond moves of the search that one requested second stands for
 * @param lease how long a worker holds a plan without a sign of life
 * @param poll how often an idle worker looks for plans
 */
@ConfigurationProperties("rotation.roster")
public record RosterSettings(
        @DefaultValue("44") int weeklyHours,
        @DefaultValue("6") int consecutiveDays,
        @DefaultValue("4") int consecutiveNights,
        @DefaultValue("11h") Duration rest,
        @DefaultValue("24h") Duration restAfterNight,
        @DefaultValue("8") int dailyHours,
        @DefaultValue("30") int travelKilometresPerHour,
        @DefaultValue("40000") long stepsPerSecond,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration poll) {

    public Limits limits() {
        return Limits.none()
                .withMinutesPerWeek(weeklyHours * 60)
                .withConsecutive(consecutiveDays, consecutiveNights)
                .withRest(Math.toIntExact(rest.toMinutes()), Math.toIntExact(restAfterNight.toMinutes()));
    }
}
