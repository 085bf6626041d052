package org.yilianti.incentive.payrun.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRun;
import org.yilianti.incentive.payrun.PayRunStep;
import org.yilianti.incentive.payrun.RecomputedRun;
import org.yilianti.incentive.payrun.ShareReport;

/**
 * A run as callers see it.
 *
 * @param paySchemeId by which it was calculated; null when it was not, or by the policy performance-pay
 * @param calculation the last one that was asked for; null when none was
 * @param notes what a reader of the amounts must know, in the caller's language
 */
record RunAnswer(
        UUID id,
        long version,
        YearMonth month,
        String kind,
        UUID evaluationId,
        UUID poolId,
        String status,
        long poolFen,
        long payableFen,
        long paidFen,
        int statements,
        String createdBy,
        @Nullable String calculatedBy,
        @Nullable String reviewedBy,
        @Nullable UUID paySchemeId,
        @Nullable CalculationAnswer calculation,
        List<RunInstitution> institutions,
        List<RunNote> notes,
        List<PayRunStep> history) {

    /** A run in a list. */
    record RunSummary(
            UUID id,
            long version,
            YearMonth month,
            String kind,
            String status,
            long poolFen,
            long payableFen,
            long paidFen) {

        static RunSummary of(PayRun run) {
            return new RunSummary(
                    run.id().value(),
                    run.version(),
                    run.month(),
                    run.kind().code(),
                    run.status().code(),
                    run.poolAmount().fen(),
                    run.payable().fen(),
                    run.paid().fen());
        }
    }

    /**
     * How a calculation goes: queued, finished, failed or cancelled.
     *
     * @param stage open, records, people, balance, lines, statements, close, or done
     * @param partsDone of all parts of all stages
     * @param parts none before they are planned
     */
    record CalculationAnswer(
            String status,
            String stage,
            int partsDone,
            int parts,
            String requestedBy,
            Instant requestedAt,
            @Nullable RunNote failure) {}

    /** Something to know, with its machine code. */
    record RunNote(String code, String message) {}

    /** An institution's part: shareFen by population × score × preference, amountFen after redistribution, fixedFen for salaries and allowances. */
    record RunInstitution(
            String code,
            String name,
            @Nullable String nameEn,
            long population,
            String score,
            String points,
            String pointMinutes,
            long shareFen,
            long amountFen,
            long fixedFen) {

        static RunInstitution of(ShareReport.Share share) {
            return new RunInstitution(
                    share.code(),
                    share.name(),
                    share.nameEn(),
                    share.population(),
                    Decimals.exact(share.score()),
                    Decimals.hours(share.pointMinutes()),
                    Decimals.exact(share.pointMinutes()),
                    share.shareFen(),
                    share.amountFen(),
                    share.fixedFen());
        }
    }

    /** Whether the stored inputs still give the stored result: how many amounts differ, and both results' SHA-256. */
    record RunRecomputation(
            boolean identical,
            int differences,
            String digest,
            @Nullable String storedDigest,
            @Nullable Instant knownAt) {

        static RunRecomputation of(RecomputedRun one) {
            return new RunRecomputation(
                    one.identical(), one.differences(), one.digest(), one.storedDigest(), one.knownAt());
        }
    }
}
