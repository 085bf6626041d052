package org.yilianti.staff.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Title;

/**
 * A member's way to the next title.
 *
 * @param institution of the main appointment when it was opened; null without one
 * @param conditions as they were judged when it was opened
 * @param decision null while undecided
 * @param effectiveOn first day with the title; null unless approved
 */
public record PromotionCase(
        UUID id,
        UUID association,
        long version,
        MemberId member,
        @Nullable InstitutionRef institution,
        Title from,
        Title to,
        State state,
        List<Condition> conditions,
        Step opened,
        @Nullable Step decision,
        @Nullable LocalDate effectiveOn) {

    /** How far it has come. */
    public enum State implements Coded {
        INELIGIBLE,
        OPEN,
        APPROVED,
        REFUSED,
        EFFECTIVE
    }

    /** Who did something when and why. */
    public record Step(Instant at, String by, @Nullable String reason) {}

    static PromotionCase opened(
            UUID association, MemberId member, CareerFacts facts, Title to, List<Condition> conditions, Step by) {
        boolean eligible = conditions.stream().allMatch(Condition::met);
        return new PromotionCase(
                Ids.next(),
                association,
                1,
                member,
                facts.main(),
                facts.title(),
                to,
                eligible ? State.OPEN : State.INELIGIBLE,
                conditions,
                by,
                null,
                null);
    }

    /** Granted from a day on; refuses (409) a decided case, (403) who opened it. */
    PromotionCase approved(LocalDate from, Step by) {
        return decided(State.APPROVED, from, by);
    }

    PromotionCase refused(Step by) {
        return decided(State.REFUSED, null, by);
    }

    /** The title is borne now. */
    PromotionCase effective() {
        return next(State.EFFECTIVE, decision, effectiveOn);
    }

    private PromotionCase decided(State outcome, @Nullable LocalDate from, Step by) {
        if (state != State.OPEN) {
            throw Refusal.conflict("promotion.not-open", id, state.code());
        }
        if (opened.by().equals(by.by())) {
            throw Refusal.forbidden("promotion.own-case");
        }
        return next(outcome, by, from);
    }

    private PromotionCase next(State outcome, @Nullable Step by, @Nullable LocalDate from) {
        return new PromotionCase(
                id,
                association,
                version + 1,
                member,
                institution,
                this.from,
                to,
                outcome,
                conditions,
                opened,
                by,
                from);
    }
}
