package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Judges duties as the API gives them by the labour rules, written down here a second time and on purpose without the solver. */
public final class PublishedRosterCheck {

    private PublishedRosterCheck() {}

    public static void assertLawful(List<JsonNode> duties) {
        duties.stream()
                .filter(duty -> duty.path("status").asString().equals("assigned"))
                .collect(Collectors.groupingBy(duty -> duty.path("memberId").asString()))
                .forEach(PublishedRosterCheck::assertLawfulForOne);
    }

    private static void assertLawfulForOne(String member, List<JsonNode> unsorted) {
        List<JsonNode> duties = unsorted.stream()
                .sorted(Comparator.comparing(PublishedRosterCheck::start))
                .toList();
        for (int index = 1; index < duties.size(); index++) {
            JsonNode before = duties.get(index - 1);
            JsonNode next = duties.get(index);
            assertThat(date(next)).as("one duty a day of %s", member).isAfter(date(before));
            boolean afterNight =
                    before.path("night").asBoolean() && !next.path("night").asBoolean();
            assertThat(Duration.between(end(before), start(next)))
                    .as("rest of %s before %s", member, next)
                    .isGreaterThanOrEqualTo(Duration.ofHours(afterNight ? 24 : 11));
        }
        assertThat(longestRun(duties.stream().map(PublishedRosterCheck::date).collect(Collectors.toSet())))
                .as("days in a row of %s", member)
                .isLessThanOrEqualTo(6);
        Map<LocalDate, Long> minutesByWeek = duties.stream()
                .collect(Collectors.groupingBy(
                        duty -> date(duty).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        Collectors.summingLong(duty -> minutes(duty))));
        assertThat(minutesByWeek.values()).as("weeks of %s", member).allMatch(minutes -> minutes <= 44 * 60);
    }

    static long minutes(JsonNode duty) {
        return Duration.between(start(duty), end(duty)).toMinutes();
    }

    private static int longestRun(Set<LocalDate> days) {
        int longest = 0;
        int run = 0;
        LocalDate before = LocalDate.MIN;
        for (LocalDate day : new TreeSet<>(days)) {
            run = day.minusDays(1).equals(before) ? run + 1 : 1;
            longest = Math.max(longest, run);
            before = day;
        }
        return longest;
    }

    static LocalDate date(JsonNode duty) {
        return LocalDate.parse(duty.path("date").asString());
    }

    private static Instant start(JsonNode duty) {
        return Instant.parse(duty.path("startsAt").asString());
    }

    private static Instant end(JsonNode duty) {
        return Instant.parse(duty.path("endsAt").asString());
    }
}
