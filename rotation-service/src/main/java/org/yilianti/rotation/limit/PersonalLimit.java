package org.yilianti.rotation.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.roster.LimitValues;

/**
 * An exception of one person from the limits, from request to end. Immutable: each verb gives the changed one.
 *
 * @param homeInstitutionId whose office decides
 * @param days always end
 * @param secondPerson whether policy asked for a second person when it was requested
 * @param decisionReason why it was refused or ended
 */
public record PersonalLimit(
        UUID id,
        UUID association,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        DatePeriod days,
        LimitValues values,
        String reason,
        LimitState state,
        String requestedBy,
        Instant requestedAt,
        boolean secondPerson,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {

    /** Who acts: an account, and the staff number behind it where there is one. */
    record Actor(String name, @Nullable String staffNo) {}

    /** What is asked for. */
    public record Wanted(UUID memberId, DatePeriod days, LimitValues values, String reason) {}

    static PersonalLimit requested(
            UUID association, UUID home, Wanted wanted, boolean secondPerson, String by, Instant now) {
        return new PersonalLimit(
                Ids.next(),
                association,
                1,
                wanted.memberId(),
                home,
                wanted.days(),
                wanted.values(),
                wanted.reason(),
                secondPerson ? LimitState.REQUESTED : LimitState.IN_FORCE,
                by,
                now,
                secondPerson,
                null,
                null);
    }

    PersonalLimit approve(Actor by, String memberStaffNo) {
        return decided(LimitState.IN_FORCE, by, memberStaffNo, null);
    }

    PersonalLimit refuse(Actor by, String memberStaffNo, String why) {
        return decided(LimitState.REFUSED, by, memberStaffNo, why);
    }

    /** Ends it before its time; a request, or an exception that has not begun, never counts. */
    PersonalLimit end(Actor by, LocalDate from, String why) {
        if (state != LimitState.REQUESTED && state != LimitState.IN_FORCE) {
            throw Refusal.conflict("limit.state", state.code());
        }
        if (!from.isBefore(Objects.requireNonNull(days.to()))) {
            throw Refusal.invalid("limit.ends-anyway", from, Objects.requireNonNull(days.to()))
                    .at("/from");
        }
        boolean held = state == LimitState.IN_FORCE && from.isAfter(days.from());
        return with(held ? LimitState.IN_FORCE : LimitState.ENDED, held ? days.endedAt(from) : days, decidedBy, why);
    }

    private PersonalLimit decided(LimitState next, Actor by, String memberStaffNo, @Nullable String why) {
        if (state != LimitState.REQUESTED) {
            throw Refusal.conflict("limit.state", state.code());
        }
        if (by.name.equals(requestedBy) || memberStaffNo.equals(by.staffNo)) {
            throw Refusal.forbidden("limit.four-eyes", by.name);
        }
        return with(next, days, by.name, why);
    }

    private PersonalLimit with(LimitState next, DatePeriod period, @Nullable String decider, @Nullable String why) {
        return new PersonalLimit(
                id,
                association,
                version + 1,
                memberId,
                homeInstitutionId,
                period,
                values,
                reason,
                next,
                requestedBy,
                requestedAt,
                secondPerson,
                decider,
                why);
    }
}
