package org.yilianti.incentive.appropriation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.appropriation.Allotment;
import org.yilianti.incentive.appropriation.AllotmentShare;
import org.yilianti.incentive.evaluation.EvaluationId;

/** An allotment as callers see it: amountFen = advanceFen + earnedFen + withheldFen + heldFen, of each institution and of all. */
record AllotmentAnswer(
        UUID id,
        long version,
        UUID appropriationId,
        String formula,
        @Nullable UUID evaluationId,
        int advancePercent,
        String status,
        long amountFen,
        long advanceFen,
        long earnedFen,
        long withheldFen,
        List<ShareAnswer> shares,
        String draftedBy,
        Instant draftedAt,
        @Nullable String approvedBy,
        @Nullable UUID settlementEvaluationId,
        @Nullable String proposedBy,
        @Nullable String settledBy,
        @Nullable String reason) {

    /** An institution's part, with the scores that decided it. */
    record ShareAnswer(
            UUID institutionId,
            String code,
            String name,
            long population,
            @Nullable String score,
            long amountFen,
            long advanceFen,
            @Nullable String settledScore,
            long earnedFen,
            long withheldFen,
            long heldFen) {

        static ShareAnswer of(AllotmentShare one) {
            return new ShareAnswer(
                    one.institution(),
                    one.code(),
                    one.name(),
                    one.population(),
                    plain(one.score()),
                    one.amount().fen(),
                    one.advance().fen(),
                    plain(one.settledBy()),
                    one.earned().fen(),
                    one.withheld().fen(),
                    one.held().fen());
        }

        private static @Nullable String plain(@Nullable BigDecimal score) {
            return score == null ? null : score.stripTrailingZeros().toPlainString();
        }
    }

    static AllotmentAnswer of(Allotment one) {
        return new AllotmentAnswer(
                one.id(),
                one.version(),
                one.appropriation(),
                one.formula().code(),
                id(one.evaluation()),
                one.advancePercent(),
                one.status().code(),
                one.amount().fen(),
                one.advance().fen(),
                one.earned().fen(),
                one.withheld().fen(),
                one.shares().stream().map(ShareAnswer::of).toList(),
                one.draftedBy(),
                one.draftedAt(),
                one.approvedBy(),
                id(one.settlement()),
                one.proposedBy(),
                one.settledBy(),
                one.reason());
    }

    private static @Nullable UUID id(@Nullable EvaluationId evaluation) {
        return evaluation == null ? null : evaluation.value();
    }
}
