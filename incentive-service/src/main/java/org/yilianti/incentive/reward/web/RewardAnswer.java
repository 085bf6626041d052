package org.yilianti.incentive.reward.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.incentive.reward.RewardCase;

/**
 * A reward or punishment as callers see it.
 *
 * @param staffNo null when it is about the institution
 * @param amountFen null unless the measure is one of money
 * @param amendedRunId the settled run that it is a difference of
 */
record RewardAnswer(
        UUID id,
        long version,
        String kind,
        String measure,
        String institutionCode,
        @Nullable String staffNo,
        String basis,
        String grounds,
        String evidence,
        @Nullable Long amountFen,
        String status,
        String proposedBy,
        Instant proposedAt,
        @Nullable RewardVerdict decision,
        @Nullable LocalDate objectionsUntil,
        @Nullable ObjectionAgainst objection,
        @Nullable Instant effectiveAt,
        @Nullable UUID amendedRunId,
        @Nullable RewardRevocation revocation) {

    /** A decision with its reason. */
    record RewardVerdict(String by, Instant at, String reason) {}

    /** What is held against it; judged once there is a {@code judgedBy}. */
    record ObjectionAgainst(
            String text,
            String evidence,
            String by,
            @Nullable String judgedBy,
            @Nullable String reason) {}

    /** Asked for, and granted once there is a {@code grantedBy}. */
    record RewardRevocation(
            String reason,
            String askedBy,
            @Nullable String grantedBy,
            @Nullable Instant grantedAt) {}

    static RewardAnswer of(RewardCase one) {
        RewardCase.Effect effect = one.effect();
        PayRunId run = effect == null ? null : effect.run();
        return new RewardAnswer(
                one.id(),
                one.version(),
                one.measure().kind().code(),
                one.measure().code(),
                one.subject().institutionCode(),
                one.subject().staffNo(),
                one.grounds().basis().code(),
                one.grounds().text(),
                one.grounds().evidence(),
                one.amount().isZero() ? null : one.amount().fen(),
                one.status().code(),
                one.proposed().by(),
                one.proposed().at(),
                decision(one.decided()),
                one.objectionsUntil(),
                objection(one.objection()),
                effect == null ? null : effect.at(),
                run == null ? null : run.value(),
                revocation(one.revocation()));
    }

    private static @Nullable RewardVerdict decision(RewardCase.@Nullable Verdict one) {
        return one == null ? null : new RewardVerdict(one.by(), one.at(), one.reason());
    }

    private static @Nullable ObjectionAgainst objection(RewardCase.@Nullable Objection one) {
        return one == null
                ? null
                : new ObjectionAgainst(one.text(), one.evidence(), one.by(), one.judgedBy(), one.reason());
    }

    private static @Nullable RewardRevocation revocation(RewardCase.@Nullable Revocation one) {
        if (one == null) {
            return null;
        }
        RewardCase.Signature granted = one.granted();
        return new RewardRevocation(
                one.reason(),
                one.askedBy(),
                granted == null ? null : granted.by(),
                granted == null ? null : granted.at());
    }
}
