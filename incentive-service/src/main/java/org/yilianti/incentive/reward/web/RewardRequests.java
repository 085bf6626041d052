package org.yilianti.incentive.reward.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.reward.RewardBasis;
import org.yilianti.incentive.reward.RewardCase;
import org.yilianti.incentive.reward.RewardManagement;
import org.yilianti.incentive.reward.RewardMeasure;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** What callers send about rewards and punishments. */
final class RewardRequests {

    private RewardRequests() {}

    /**
     * A reward or punishment to propose.
     *
     * @param staffNo null for the institution itself
     * @param measure bonus, commendation, preference; deduction, warning, deferral
     * @param basis evaluation, tenure, emergency or conduct
     * @param evidence in words, or where it can be seen
     * @param amountFen of a bonus or deduction
     */
    record RewardProposal(
            @NotBlank @Size(max = 50) String institutionCode,
            @Size(min = 1, max = 50) @Nullable String staffNo,
            @NotBlank @Size(max = 20) String measure,
            @NotBlank @Size(max = 20) String basis,
            @NotBlank @Size(max = 2000) String grounds,
            @NotBlank @Size(max = 4000) String evidence,

            @Positive @Max(999_999_999_999L) @Nullable Long amountFen) {

        RewardManagement.Target target() {
            return new RewardManagement.Target(institutionCode, staffNo);
        }

        RewardMeasure toMeasure() {
            try {
                return RewardMeasure.of(measure);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("reward.measure-unknown", measure).at("/measure");
            }
        }

        RewardCase.Grounds toGrounds() {
            try {
                return new RewardCase.Grounds(RewardBasis.of(basis), grounds, evidence);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("reward.basis-unknown", basis).at("/basis");
            }
        }

        Money amount() {
            return amountFen == null ? Money.ZERO : Money.ofFen(amountFen);
        }
    }

    /** What one holds against a case. */
    record RewardObjection(
            @NotBlank @Size(max = 2000) String text,
            @NotBlank @Size(max = 4000) String evidence) {}

    /** Yes or no, and why: of a proposal or of a revocation asked for. */
    record RewardDecision(
            @NotNull Boolean approved,
            @NotBlank @Size(max = 2000) String reason) {}

    /** Whether an objection is upheld, and why. */
    record RewardJudgement(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 2000) String reason) {}

    /** Why a case should be revoked. */
    record RevocationProposal(@NotBlank @Size(max = 2000) String reason) {}
}
