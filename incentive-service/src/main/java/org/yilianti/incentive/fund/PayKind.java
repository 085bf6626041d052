package org.yilianti.incentive.fund;

import org.jspecify.annotations.Nullable;

/** A kind of performance pay that has pools, schemes and runs of its own, such as {@code basic} (基础性绩效) and {@code reward} (奖励性绩效). */
public record PayKind(String code) {

    /** What a code must match. */
    public static final String CODE = "[a-z][a-z0-9-]{0,49}";

    /** Where nothing else is said. */
    public static final PayKind PERFORMANCE = new PayKind("performance");

    public PayKind {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("no kind of pay: " + code);
        }
    }

    /** {@link #PERFORMANCE} for null. */
    public static PayKind of(@Nullable String code) {
        return code == null ? PERFORMANCE : new PayKind(code);
    }
}
