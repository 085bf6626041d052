package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Coded;

/**
 * Where a candidate stands in a ranking, and why.
 *
 * @param rank from 1; null for who is not ranked
 * @param seat {@code open}, or the ground of a reserved place; null without a place
 */
public record Standing(
        UUID application, @Nullable Integer rank, @Nullable String seat, Explanation explanation) {

    /** The place that anybody may have. */
    static final String OPEN = "open";

    /** Whether and why there is a place. */
    public enum Effect implements Coded {
        /** An open place by rank. */
        BY_RANK,
        /** A reserved place, by rank among candidates of its ground. */
        RESERVED,
        /** A reserved place for which nobody of its ground is left. */
        RELEASED,
        /** The rank would do, but the place is reserved for others. */
        PASSED_OVER,
        /** Next when somebody else does not take a place. */
        STANDBY,
        /** A score is missing or below its minimum. */
        NOT_RANKED
    }

    /** What one part of the examination gave: score times weight. */
    public record Part(ExamPart part, BigDecimal score, BigDecimal weight, BigDecimal points) {}

    /** What one ground of preference gave. */
    public record Preference(String ground, BigDecimal points) {}

    /**
     * How it came about.
     *
     * @param preference what the grounds gave together, within the cap
     * @param total parts and preference, rounded half up to two decimals; null for who is not ranked
     * @param objection why somebody is not ranked, such as {@code paper-below-minimum}; null for others
     * @param tieRule what decided for the one before, who has the same total; null where totals differ
     */
    public record Explanation(
            List<Part> parts,
            List<Preference> grounds,
            BigDecimal preference,
            @Nullable BigDecimal total,
            @Nullable String objection,
            @Nullable TieRule tieRule,
            Effect effect) {

        public Explanation {
            parts = List.copyOf(parts);
            grounds = List.copyOf(grounds);
        }
    }
}
