package org.yilianti.staff.recruitment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.recruitment.Campaign.State;

/**
 * How far a campaign has come, and who brought it there.
 *
 * @param round of the ranking; 0 before the first
 * @param ranked who made the ranking of this round; null before the first
 * @param approved who approved it; null until then
 * @param notice days of public notice; null before
 * @param endedOn when it was closed or cancelled
 * @param reason why it was reopened or cancelled
 */
public record Progress(
        State state,
        int round,
        @Nullable Step published,
        @Nullable Step ranked,
        @Nullable Step approved,
        @Nullable DatePeriod notice,
        @Nullable LocalDate endedOn,
        @Nullable String reason) {

    /** Who did something when. */
    public record Step(Instant at, String by) {}

    static Progress draft() {
        return new Progress(State.DRAFT, 0, null, null, null, null, null, null);
    }

    Progress published(Step by) {
        return new Progress(State.PUBLISHED, round, by, null, null, null, null, null);
    }

    Progress ranked(Step by) {
        return new Progress(State.RANKED, round + 1, published, by, null, null, null, null);
    }

    Progress approved(Step by, DatePeriod days) {
        return new Progress(State.NOTICE, round, published, ranked, by, days, null, null);
    }

    Progress to(State then, @Nullable String why) {
        return new Progress(then, round, published, ranked, approved, notice, null, why);
    }

    Progress ended(State then, LocalDate on, @Nullable String why) {
        return new Progress(then, round, published, ranked, approved, notice, on, why);
    }
}
