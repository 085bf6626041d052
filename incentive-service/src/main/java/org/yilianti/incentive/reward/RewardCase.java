package org.yilianti.incentive.reward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * A reward or punishment; each verb guards its state (409) and gives the case's next version.
 *
 * @param amount above zero for a bonus or deduction, zero for all other measures
 * @param decided null until a second person has decided
 * @param objectionsUntil the last day to object; null unless it was noticed
 * @param effect null until it has taken effect
 * @param revocation asked for or granted; null otherwise
 */
public record RewardCase(
        UUID id,
        UUID association,
        long version,
        RewardMeasure measure,
        RewardSubject subject,
        Grounds grounds,
        Money amount,
        RewardStatus status,
        Signature proposed,
        @Nullable Verdict decided,
        @Nullable LocalDate objectionsUntil,
        @Nullable Objection objection,
        @Nullable Effect effect,
        @Nullable Revocation revocation) {

    /** For which result, in words, and where that can be seen. */
    public record Grounds(RewardBasis basis, String text, String evidence) {}

    /** Who did something, and when. */
    public record Signature(String by, Instant at) {}

    /** A decision with its reason. */
    public record Verdict(String by, Instant at, String reason) {}

    /** What is held against a case; judged once there is a {@code judgedBy}. */
    public record Objection(
            String text,
            String evidence,
            String by,
            @Nullable String judgedBy,
            @Nullable String reason) {}

    /** When it took effect; {@code run} is the settled one that it amends, null where the measure is not one of money. */
    public record Effect(String by, Instant at, @Nullable PayRunId run) {}

    /** Asked for by one person, granted by another. */
    public record Revocation(
            UUID id,
            String reason,
            String askedBy,
            @Nullable Signature granted) {}

    /** A new case; refused (422) unless there is an amount exactly where the measure is one of money. */
    static RewardCase proposed(
            UUID association,
            RewardMeasure measure,
            RewardSubject subject,
            Grounds grounds,
            Money amount,
            Signature by) {
        if (measure.isMoney() == amount.isZero()) {
            throw Refusal.invalid(
                            measure.isMoney() ? "reward.amount-missing" : "reward.amount-without-money", measure.code())
                    .at("/amountFen");
        }
        return new RewardCase(
                Ids.next(),
                association,
                1,
                measure,
                subject,
                grounds,
                amount,
                RewardStatus.PROPOSED,
                by,
                null,
                null,
                null,
                null,
                null);
    }

    RewardCase withdrawn() {
        require(RewardStatus.PROPOSED);
        return next(RewardStatus.WITHDRAWN, decided, objectionsUntil, objection, effect, revocation);
    }

    RewardCase rejected(Verdict verdict) {
        require(RewardStatus.PROPOSED);
        return next(RewardStatus.REJECTED, verdict, null, objection, effect, revocation);
    }

    RewardCase noticed(Verdict verdict, LocalDate until) {
        require(RewardStatus.PROPOSED);
        return next(RewardStatus.NOTICED, verdict, until, objection, effect, revocation);
    }

    /** Objected to, once and in time. */
    RewardCase objected(Objection against, LocalDate today) {
        require(RewardStatus.NOTICED);
        if (objection != null) {
            throw Refusal.conflict("reward.objected-already");
        }
        if (objectionsUntil == null || today.isAfter(objectionsUntil)) {
            throw Refusal.conflict("reward.objection-too-late", String.valueOf(objectionsUntil));
        }
        return next(RewardStatus.OBJECTED, decided, objectionsUntil, against, effect, revocation);
    }

    /** Lifted when the objection is upheld; otherwise it stands. */
    RewardCase judged(boolean upheld, String judge, String reason) {
        require(RewardStatus.OBJECTED);
        Objection against = requireObjection();
        return next(
                upheld ? RewardStatus.LIFTED : RewardStatus.NOTICED,
                decided,
                objectionsUntil,
                new Objection(against.text(), against.evidence(), against.by(), judge, reason),
                effect,
                revocation);
    }

    /** Refuses until the days to object are over. */
    void requireEffectDue(LocalDate today) {
        require(RewardStatus.NOTICED);
        if (objectionsUntil == null || !today.isAfter(objectionsUntil)) {
            throw Refusal.conflict("reward.objections-possible", String.valueOf(objectionsUntil));
        }
    }

    RewardCase effective(Effect now) {
        return next(RewardStatus.EFFECTIVE, decided, objectionsUntil, objection, now, revocation);
    }

    RewardCase revocationAsked(String reason, String by) {
        require(RewardStatus.EFFECTIVE);
        if (revocation != null) {
            throw Refusal.conflict("reward.revocation-asked-already", revocation.askedBy());
        }
        return next(status, decided, objectionsUntil, objection, effect, new Revocation(Ids.next(), reason, by, null));
    }

    /** Revoked as somebody else asked for, or left as it is. */
    RewardCase revoked(boolean granted, Signature by) {
        require(RewardStatus.EFFECTIVE);
        Revocation asked = requireRevocation();
        return granted
                ? next(
                        RewardStatus.REVOKED,
                        decided,
                        objectionsUntil,
                        objection,
                        effect,
                        new Revocation(asked.id(), asked.reason(), asked.askedBy(), by))
                : next(status, decided, objectionsUntil, objection, effect, null);
    }

    Objection requireObjection() {
        if (objection == null) {
            throw Refusal.conflict("reward.state", status.code(), RewardStatus.OBJECTED.code());
        }
        return objection;
    }

    Revocation requireRevocation() {
        if (revocation == null) {
            throw Refusal.conflict("reward.revocation-not-asked");
        }
        return revocation;
    }

    void require(RewardStatus... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw Refusal.conflict(
                    "reward.state",
                    status.code(),
                    Arrays.stream(expected).map(RewardStatus::code).collect(Collectors.joining(", ")));
        }
    }

    private RewardCase next(
            RewardStatus to,
            @Nullable Verdict verdict,
            @Nullable LocalDate until,
            @Nullable Objection against,
            @Nullable Effect inForce,
            @Nullable Revocation back) {
        return new RewardCase(
                id,
                association,
                version + 1,
                measure,
                subject,
                grounds,
                amount,
                to,
                proposed,
                verdict,
                until,
                against,
                inForce,
                back);
    }
}
