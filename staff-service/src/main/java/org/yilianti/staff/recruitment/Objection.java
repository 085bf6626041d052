package org.yilianti.staff.recruitment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.recruitment.Progress.Step;

/**
 * What somebody said against a ranking on public notice.
 *
 * @param round of the ranking
 * @param application whose place is objected to; null for all of the ranking
 * @param decided null while it is open
 */
public record Objection(
        UUID id,
        UUID association,
        long version,
        UUID campaign,
        int round,
        @Nullable UUID application,
        String statement,
        Step recorded,
        State state,
        @Nullable Step decided,
        @Nullable String reason) {

    /** What became of it. */
    public enum State implements Coded {
        OPEN,
        UPHELD,
        DISMISSED
    }

    static Objection recorded(Campaign campaign, @Nullable UUID application, String statement, Step by) {
        return new Objection(
                Ids.next(),
                campaign.association(),
                1,
                campaign.id(),
                campaign.progress().round(),
                application,
                statement,
                by,
                State.OPEN,
                null,
                null);
    }

    /** Refuses (409) a second decision, (403) one by who recorded it. */
    Objection decided(boolean upheld, String why, Step by) {
        if (state != State.OPEN) {
            throw Refusal.conflict("recruitment.objection-decided", state.code());
        }
        if (recorded.by().equals(by.by())) {
            throw Refusal.forbidden("recruitment.own-objection");
        }
        State then = upheld ? State.UPHELD : State.DISMISSED;
        return new Objection(
                id, association, version + 1, campaign, round, application, statement, recorded, then, by, why);
    }
}
