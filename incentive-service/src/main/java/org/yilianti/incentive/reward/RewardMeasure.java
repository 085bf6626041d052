package org.yilianti.incentive.reward;

import java.util.Locale;

/** What a case leads to. */
public enum RewardMeasure {
    BONUS(RewardKind.REWARD, true),
    COMMENDATION(RewardKind.REWARD, false),
    /** Counts in favour at promotions. */
    PREFERENCE(RewardKind.REWARD, false),
    DEDUCTION(RewardKind.PUNISHMENT, true),
    WARNING(RewardKind.PUNISHMENT, false),
    /** Of promotions. */
    DEFERRAL(RewardKind.PUNISHMENT, false);

    private final RewardKind kind;
    private final boolean money;

    RewardMeasure(RewardKind kind, boolean money) {
        this.kind = kind;
        this.money = money;
    }

    public RewardKind kind() {
        return kind;
    }

    boolean isMoney() {
        return money;
    }

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RewardMeasure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
