package org.yilianti.incentive.reward;

import java.util.Locale;
import org.yilianti.incentive.payrun.Amendment;

/** Whether something is good or bad for whom it is about. */
public enum RewardKind {
    REWARD(Amendment.Origin.REWARD),
    PUNISHMENT(Amendment.Origin.PUNISHMENT);

    private final Amendment.Origin origin;

    RewardKind(Amendment.Origin origin) {
        this.origin = origin;
    }

    Amendment.Origin origin() {
        return origin;
    }

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RewardKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
