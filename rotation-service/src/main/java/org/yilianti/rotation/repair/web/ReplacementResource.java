package org.yilianti.rotation.repair.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.repair.Repair;
import org.yilianti.rotation.repair.Replacement;
import org.yilianti.rotation.roster.Handover;

/**
 * The ways to fill a duty, best first.
 *
 * @param blocked why everybody else cannot, with the number of people
 */
record ReplacementResource(UUID dutyId, List<OfferedReplacement> items, List<BlockedPeople> blocked) {

    /**
     * One way; send its moves back to apply it.
     *
     * @param cost what it adds to the plan's cost beside the cover won
     * @param minutesInWeek minutes of the person in the duty's week afterwards
     * @param nights nights of the person in the four weeks around it afterwards
     */
    record OfferedReplacement(
            UUID memberId,
            List<OfferedMove> moves,
            long cost,
            Map<String, Long> costByRule,
            int minutesInWeek,
            int minutesInFourWeeks,
            int nights) {}

    /** A duty that changes hands, as it was looked at. */
    record OfferedMove(
            UUID dutyId,
            @Nullable UUID fromMemberId,
            UUID memberId,
            @Nullable Long version) {}

    /** People whom one rule keeps out. */
    record BlockedPeople(String rule, String message, int people) {}

    static ReplacementResource of(UUID dutyId, Repair repair, ProblemFactory texts, Locale locale) {
        return new ReplacementResource(
                dutyId,
                repair.replacements().stream().map(ReplacementResource::offered).toList(),
                repair.blocked().entrySet().stream()
                        .map(entry -> new BlockedPeople(
                                entry.getKey(), texts.text("rule." + entry.getKey(), null, locale), entry.getValue()))
                        .toList());
    }

    private static OfferedReplacement offered(Replacement replacement) {
        Map<String, Long> costs = new TreeMap<>();
        replacement.costByRule().forEach((rule, cost) -> costs.put(rule.code(), cost));
        return new OfferedReplacement(
                replacement.moves().getFirst().to(),
                replacement.moves().stream().map(ReplacementResource::move).toList(),
                replacement.cost(),
                costs,
                replacement.after().minutesInWeek(),
                replacement.after().minutes(),
                replacement.after().nights());
    }

    private static OfferedMove move(Handover move) {
        return new OfferedMove(move.dutyId(), move.from(), move.to(), move.version());
    }
}
