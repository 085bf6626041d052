package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * The trails of people with the same limits on the order of duties. Kinds of duty are the shift types of the problem and, after
 * them, the last duties from before the horizon that are none of these.
 */
final class Trails {

    /** Neither a duty nor a day off is known of the day before. */
    private static final int UNKNOWN = 0;

    /** A kind of duty: its end in minutes from the start of its day. {@code type} is −1 where no shift type is known. */
    record Kind(int end, int site, boolean night, int type) {}

    /** Longer runs and rests count as unlimited. */
    private static final int LONGEST = 1_000;

    final Model model;
    final Limits limits;
    final List<Kind> kinds = new ArrayList<>();
    private final int longestRun;
    private final int longestNights;

    Trails(Model model, Limits limits) {
        this.model = model;
        this.limits = limits;
        for (int type = 0; type < model.types; type++) {
            kinds.add(
                    new Kind(model.startMinute[type] + model.length[type], model.site[type], model.night[type], type));
        }
        longestRun = limits.consecutiveDays() > LONGEST ? 0 : limits.consecutiveDays();
        longestNights = limits.consecutiveNights() > LONGEST ? 0 : limits.consecutiveNights();
    }

    /** The trail on the morning of day 0. */
    Trail start(Profile.Eve eve) {
        int last = -1;
        int gap = 0;
        if (eve.day() != Integer.MIN_VALUE) {
            var kind = new Kind(eve.end() - eve.day() * 1_440, eve.site(), eve.night(), eve.type());
            last = kinds.indexOf(kind);
            if (last < 0) {
                last = kinds.size();
                kinds.add(kind);
            }
            gap = -eve.day();
        }
        int missing = eve.runOfDays() > 0 ? leastRun(eve.runOfDays()) : 0;
        int off = eve.day() == Integer.MIN_VALUE ? UNKNOWN : eve.daysOff();
        return settled(last, gap, eve.runOfDays(), missing, eve.runOfNights(), off);
    }

    private int leastRun(int run) {
        return Math.max(0, limits.least().consecutiveDays() - run);
    }

    /** The trail after one more day with this content. */
    Trail after(Trail before, int content) {
        if (content == Model.FREE) {
            int gap = before.last() < 0 ? 0 : Math.min(LONGEST, before.gap() + 1);
            boolean unknown = before.run() == 0 && before.off() == UNKNOWN;
            return settled(before.last(), gap, 0, 0, 0, unknown ? LONGEST : before.off() + 1);
        }
        // A run that may have begun before day 0 is long enough.
        int missing = before.run() == 0 && before.off() > 0 ? leastRun(1) : Math.max(0, before.runMissing() - 1);
        int nights = model.night[content] ? before.nights() + 1 : 0;
        return settled(content, 1, before.run() + 1, missing, nights, 0);
    }

    /** Forgets what no rule can tell apart. */
    private Trail settled(int last, int gap, int run, int missing, int nights, int off) {
        boolean matters = last >= 0 && (gap == 1 || blocksSomething(last, gap));
        return new Trail(
                matters ? last : -1,
                matters ? gap : 0,
                Math.min(run, Math.max(1, longestRun)),
                missing,
                Math.min(nights, longestNights),
                Math.min(off, Math.max(1, limits.least().consecutiveDaysOff())));
    }

    private boolean blocksSomething(int last, int gap) {
        for (int type = 0; type < model.types; type++) {
            if (restMissing(last, gap, type) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Minutes of rest that a duty of this type lacks when it starts {@code gap} days after the day of the last one. */
    int restMissing(int last, int gap, int type) {
        var kind = kinds.get(last);
        return SequenceRules.Rest.needed(model, limits, kind.night(), kind.site(), type)
                - (model.startMinute[type] + gap * 1_440 - kind.end());
    }
}
