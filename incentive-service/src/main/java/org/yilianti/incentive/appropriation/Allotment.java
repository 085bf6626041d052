package org.yilianti.incentive.appropriation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Money of an appropriation for some institutions; each verb guards its state (409) and gives the next version.
 *
 * @param evaluation that it was allotted by; null where no score decides
 * @param advancePercent what is paid at once
 * @param approvedBy never who drafted it; null until then
 * @param settlement the evaluation that is proposed to settle it
 * @param proposedBy who proposed that
 * @param settledBy who approved that, never the same person
 * @param reason why it was rejected
 */
public record Allotment(
        UUID id,
        UUID association,
        long version,
        UUID appropriation,
        AllotmentFormula formula,
        @Nullable EvaluationId evaluation,
        int advancePercent,
        AllotmentStatus status,
        List<AllotmentShare> shares,
        String draftedBy,
        Instant draftedAt,
        @Nullable String approvedBy,
        @Nullable EvaluationId settlement,
        @Nullable String proposedBy,
        @Nullable String settledBy,
        @Nullable String reason) {

    public Allotment {
        shares = List.copyOf(shares);
    }

    static Allotment drafted(
            Appropriation of,
            AllotmentFormula formula,
            @Nullable EvaluationId evaluation,
            int advancePercent,
            List<AllotmentShare> shares,
            String author,
            Instant now) {
        return new Allotment(
                Ids.next(),
                of.association(),
                1,
                of.id(),
                formula,
                evaluation,
                advancePercent,
                AllotmentStatus.DRAFTED,
                shares.stream().map(one -> one.advancing(advancePercent)).toList(),
                author,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** Sum over its institutions. */
    public Money amount() {
        return sum(AllotmentShare::amount);
    }

    public Money advance() {
        return sum(AllotmentShare::advance);
    }

    public Money earned() {
        return sum(AllotmentShare::earned);
    }

    public Money withheld() {
        return sum(AllotmentShare::withheld);
    }

    /** Approved; settled with it where nothing is held back. */
    Allotment approved(String approver) {
        requireStatus(AllotmentStatus.DRAFTED);
        refuseSame(approver, draftedBy);
        boolean whole = formula == AllotmentFormula.ENTRUSTED_TASK;
        return next(
                whole ? AllotmentStatus.SETTLED : AllotmentStatus.ADVANCED, shares, approver, null, null, null, null);
    }

    /** To be settled by these scores; refuses (422) when an institution has none. */
    Allotment settling(EvaluationId by, Map<UUID, BigDecimal> scores, String proposer) {
        requireStatus(AllotmentStatus.ADVANCED);
        List<AllotmentShare> settled = shares.stream()
                .map(one -> one.settled(AllotmentSplit.score(scores, one)))
                .toList();
        return next(AllotmentStatus.SETTLING, settled, approvedBy, by, proposer, null, null);
    }

    Allotment settled(String approver) {
        requireStatus(AllotmentStatus.SETTLING);
        refuseSame(approver, proposedBy);
        return next(AllotmentStatus.SETTLED, shares, approvedBy, settlement, proposedBy, approver, null);
    }

    /** The draft is given up, or the settlement has to be proposed anew; what was paid stays paid. */
    Allotment rejected(String rejecter, String why) {
        requireStatus(AllotmentStatus.DRAFTED, AllotmentStatus.SETTLING);
        refuseSame(rejecter, status == AllotmentStatus.DRAFTED ? draftedBy : proposedBy);
        return status == AllotmentStatus.DRAFTED
                ? next(AllotmentStatus.REJECTED, shares, null, null, null, null, why)
                : next(
                        AllotmentStatus.ADVANCED,
                        shares.stream().map(AllotmentShare::unsettled).toList(),
                        approvedBy,
                        null,
                        null,
                        null,
                        why);
    }

    /** The same with its shares, which are kept in another table. */
    Allotment completed(List<AllotmentShare> kept) {
        return new Allotment(
                id,
                association,
                version,
                appropriation,
                formula,
                evaluation,
                advancePercent,
                status,
                kept,
                draftedBy,
                draftedAt,
                approvedBy,
                settlement,
                proposedBy,
                settledBy,
                reason);
    }

    private Money sum(Function<AllotmentShare, Money> part) {
        return Money.sum(shares.stream().map(part).toList());
    }

    private static void refuseSame(String person, @Nullable String proposer) {
        if (person.equals(proposer)) {
            throw Refusal.forbidden("appropriation.same-person", person);
        }
    }

    private void requireStatus(AllotmentStatus... expected) {
        if (!List.of(expected).contains(status)) {
            throw Refusal.conflict(
                    "appropriation.allotment-state",
                    status.code(),
                    String.join(
                            ", ",
                            List.of(expected).stream()
                                    .map(AllotmentStatus::code)
                                    .toList()));
        }
    }

    private Allotment next(
            AllotmentStatus to,
            List<AllotmentShare> now,
            @Nullable String approver,
            @Nullable EvaluationId by,
            @Nullable String proposer,
            @Nullable String settler,
            @Nullable String why) {
        return new Allotment(
                id,
                association,
                version + 1,
                appropriation,
                formula,
                evaluation,
                advancePercent,
                to,
                now,
                draftedBy,
                draftedAt,
                approver,
                by,
                proposer,
                settler,
                why);
    }
}
