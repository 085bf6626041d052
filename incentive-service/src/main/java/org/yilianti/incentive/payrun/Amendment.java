package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision found wrong in the inputs of a run, or adds to its result.
 *
 * @param cause the decision that it follows from; amends once
 * @param amended a person's quality, an institution's measured value, or fen that a line or an institution should have had in
 *     addition, below zero for less
 */
public record Amendment(
        PayRunId run,
        Cause cause,
        Kind kind,
        @Nullable UUID member,
        @Nullable UUID institution,
        @Nullable String indicator,
        BigDecimal amended) {

    /** What is amended. */
    public enum Kind {
        QUALITY,
        MEASURE,
        AMOUNT,
        /** Of an institution; its people have it by their points. */
        SHARE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of decision amends. */
    public enum Origin {
        APPEAL,
        REWARD,
        PUNISHMENT,
        REVOCATION;

        /** Name on the wire and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A decision. */
    public record Cause(Origin origin, UUID id) {}

    /** The person's work was of this quality. */
    public static Amendment quality(PayRunId run, Cause cause, UUID member, BigDecimal quality) {
        return new Amendment(run, cause, Kind.QUALITY, member, null, null, quality);
    }

    /** The institution reached this value. */
    public static Amendment measure(PayRunId run, Cause cause, UUID institution, String indicator, BigDecimal value) {
        return new Amendment(run, cause, Kind.MEASURE, null, institution, indicator, value);
    }

    /** The person should have had so many fen more at the institution. */
    public static Amendment amount(PayRunId run, Cause cause, UUID member, UUID institution, long fen) {
        return new Amendment(run, cause, Kind.AMOUNT, member, institution, null, BigDecimal.valueOf(fen));
    }

    /** The institution's people should have had so many fen more, by their points. */
    public static Amendment share(PayRunId run, Cause cause, UUID institution, long fen) {
        return new Amendment(run, cause, Kind.SHARE, null, institution, null, BigDecimal.valueOf(fen));
    }
}
