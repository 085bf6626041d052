package org.yilianti.incentive.payrun;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPool;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * A pay run; each verb guards its state (409) and gives the run's next version.
 *
 * @param kind of performance pay, its pool's
 * @param calculatedBy who asked for the calculation that stands; null while there is none
 * @param reviewedBy who approved it; never its maker or calculator
 * @param finalisedBy who made it final; null before
 * @param paidBy who paid it, never who made it final; null before
 * @param payable sum of all statements, which is the pool once calculated
 * @param paid the pool once paid, before that nothing
 */
public record PayRun(
        PayRunId id,
        UUID association,
        long version,
        YearMonth month,
        EvaluationId evaluation,
        PayPoolId pool,
        PayKind kind,
        Money poolAmount,
        PayRunStatus status,
        String createdBy,
        @Nullable String calculatedBy,
        @Nullable String reviewedBy,
        @Nullable String finalisedBy,
        @Nullable String paidBy,
        Money payable,
        Money paid,
        int statements) {

    /** A new run over a closed evaluation and a pool of the same month. */
    static PayRun drafted(YearMonth month, Evaluation evaluation, PayPool pool, String author) {
        evaluation.requireClosed();
        if (!evaluation.month().equals(month) || !pool.month().equals(month)) {
            throw Refusal.invalid(
                    "payrun.month-differs",
                    month.toString(),
                    evaluation.month().toString(),
                    pool.month().toString());
        }
        return new PayRun(
                PayRunId.next(),
                pool.association(),
                1,
                month,
                evaluation.id(),
                pool.id(),
                pool.kind(),
                pool.amount(),
                PayRunStatus.DRAFT,
                author,
                null,
                null,
                null,
                null,
                Money.ZERO,
                Money.ZERO,
                0);
    }

    /** Ready for a calculation, in place of an earlier one that was not reviewed. */
    PayRun recalculable() {
        requireStatus(PayRunStatus.CALCULATED);
        return next(PayRunStatus.DRAFT, null, null, Money.ZERO, Money.ZERO, 0);
    }

    /** Refuses unless a calculation may be asked for now. */
    void requireCalculable() {
        requireStatus(PayRunStatus.DRAFT, PayRunStatus.CALCULATED);
    }

    /** Calculated as {@code requester} asked. */
    PayRun calculated(String requester, Money total, int people) {
        requireStatus(PayRunStatus.DRAFT);
        if (!total.equals(poolAmount)) {
            throw new IllegalStateException("the statements sum to " + total + ", the pool is " + poolAmount);
        }
        return next(PayRunStatus.CALCULATED, requester, null, total, Money.ZERO, people);
    }

    /** Approved, or sent back to draft; refused (403) to its maker and calculator. */
    PayRun reviewed(String reviewer, boolean approved) {
        requireStatus(PayRunStatus.CALCULATED);
        if (reviewer.equals(createdBy) || reviewer.equals(calculatedBy)) {
            throw Refusal.forbidden("payrun.reviewer-is-maker", reviewer);
        }
        return approved
                ? next(PayRunStatus.REVIEWED, calculatedBy, reviewer, payable, Money.ZERO, statements)
                : next(PayRunStatus.DRAFT, null, null, Money.ZERO, Money.ZERO, 0);
    }

    PayRun noticed() {
        requireStatus(PayRunStatus.REVIEWED);
        return next(PayRunStatus.NOTICED);
    }

    PayRun finalised(String finaliser) {
        requireStatus(PayRunStatus.NOTICED);
        return next(PayRunStatus.FINAL).by(finaliser, null);
    }

    /** Paid; refused (403) to who made it final. */
    PayRun paidOut(String payer) {
        requireStatus(PayRunStatus.FINAL);
        if (payer.equals(finalisedBy)) {
            throw Refusal.forbidden("payrun.payer-finalised", payer);
        }
        return next(PayRunStatus.PAID, calculatedBy, reviewedBy, payable, payable, statements)
                .by(finalisedBy, payer);
    }

    PayRun cancelled() {
        requireStatus(PayRunStatus.DRAFT, PayRunStatus.CALCULATED, PayRunStatus.REVIEWED, PayRunStatus.NOTICED);
        return next(PayRunStatus.CANCELLED);
    }

    /** Refuses unless it is paid. */
    PayRun requirePaid() {
        requireStatus(PayRunStatus.PAID);
        return this;
    }

    private void requireStatus(PayRunStatus... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw Refusal.conflict(
                    "payrun.state",
                    status.code(),
                    String.join(
                            ", ",
                            Arrays.stream(expected).map(PayRunStatus::code).toList()));
        }
    }

    private PayRun next(PayRunStatus to) {
        return next(to, calculatedBy, reviewedBy, payable, paid, statements);
    }

    private PayRun next(
            PayRunStatus to,
            @Nullable String calculator,
            @Nullable String reviewer,
            Money nowPayable,
            Money nowPaid,
            int people) {
        return new PayRun(
                id,
                association,
                version + 1,
                month,
                evaluation,
                pool,
                kind,
                poolAmount,
                to,
                createdBy,
                calculator,
                reviewer,
                finalisedBy,
                paidBy,
                nowPayable,
                nowPaid,
                people);
    }

    private PayRun by(@Nullable String finaliser, @Nullable String payer) {
        return new PayRun(
                id,
                association,
                version,
                month,
                evaluation,
                pool,
                kind,
                poolAmount,
                status,
                createdBy,
                calculatedBy,
                reviewedBy,
                finaliser,
                payer,
                payable,
                paid,
                statements);
    }
}
