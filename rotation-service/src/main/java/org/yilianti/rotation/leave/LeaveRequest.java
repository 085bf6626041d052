package org.yilianti.rotation.leave;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

/**
 * Days away, from request to decision. Immutable: each verb checks who and when, and gives the changed one.
 *
 * @param homeInstitutionId whose office decides
 * @param days first day and, exclusive, last; always ends
 * @param decidedBy null while undecided and for an absence
 * @param reason of a refusal or cancellation
 */
public record LeaveRequest(
        UUID id,
        UUID association,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        LeaveKind kind,
        DatePeriod days,
        LeaveState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /** A new request; an absence is granted at once. */
    static LeaveRequest made(
            UUID association, UUID memberId, UUID home, LeaveKind kind, DatePeriod days, LeaveDecider by) {
        return new LeaveRequest(
                Ids.next(),
                association,
                1,
                memberId,
                home,
                kind,
                days,
                kind.absence() ? LeaveState.GRANTED : LeaveState.REQUESTED,
                by.actor(),
                by.at(),
                null,
                null);
    }

    LeaveRequest grant(LeaveDecider by, String memberStaffNo) {
        return decided(LeaveState.GRANTED, by, memberStaffNo, null);
    }

    LeaveRequest refuse(LeaveDecider by, String memberStaffNo, String why) {
        return decided(LeaveState.REFUSED, by, memberStaffNo, why);
    }

    /** Takes back a request or gives up granted days. */
    LeaveRequest cancel(@Nullable String why) {
        if (state != LeaveState.REQUESTED && state != LeaveState.GRANTED) {
            throw Refusal.conflict("leave.state", state.code());
        }
        return with(LeaveState.CANCELLED, decidedBy, why);
    }

    private LeaveRequest decided(LeaveState next, LeaveDecider by, String memberStaffNo, @Nullable String why) {
        if (state != LeaveState.REQUESTED) {
            throw Refusal.conflict("leave.state", state.code());
        }
        if (by.actor().equals(requestedBy) || memberStaffNo.equals(by.staffNo())) {
            throw Refusal.forbidden("leave.four-eyes", by.actor());
        }
        return with(next, by.actor(), why);
    }

    private LeaveRequest with(LeaveState next, @Nullable String decider, @Nullable String why) {
        return new LeaveRequest(
                id,
                association,
                version + 1,
                memberId,
                homeInstitutionId,
                kind,
                days,
                next,
                requestedBy,
                requestedAt,
                decider,
                why);
    }
}
