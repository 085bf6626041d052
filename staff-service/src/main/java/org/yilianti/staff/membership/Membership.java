package org.yilianti.staff.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * A period in which an institution belongs to the association.
 *
 * @param ending null while it goes on
 * @param reason of the last change
 */
public record Membership(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        DatePeriod period,
        @Nullable Ending ending,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    /** How a period ends. */
    public enum How implements Coded {
        LEFT,
        MERGED
    }

    /**
     * How it ended.
     *
     * @param into the institution as which it goes on; null unless it was merged
     */
    public record Ending(How how, @Nullable InstitutionRef into) {

        static Ending into(@Nullable InstitutionRef other) {
            return new Ending(other == null ? How.LEFT : How.MERGED, other);
        }
    }

    static Membership begun(
            UUID association, InstitutionRef institution, LocalDate joinedOn, String reason, Instant at, String by) {
        return new Membership(Ids.next(), association, 1, institution, DatePeriod.from(joinedOn), null, reason, at, by);
    }

    /** Over on a day; refuses (409) one that is over already, (422) a day that is not after the first. */
    Membership ended(LocalDate leftOn, Ending how, String why, Instant at, String by) {
        if (ending != null) {
            throw Refusal.conflict("membership.over", institution.code(), String.valueOf(period.to()));
        }
        if (!leftOn.isAfter(period.from())) {
            throw Refusal.invalid("period-inverted", period.from(), leftOn).at("/leftOn");
        }
        return new Membership(id, association, version + 1, institution, period.endedAt(leftOn), how, why, at, by);
    }

    /** The public state after a change, for {@code staff.institution-memberships}. */
    OutboxEvent announcement() {
        InstitutionRef into = ending == null ? null : ending.into();
        return OutboxEvent.state(
                "staff.institution-memberships",
                "staff.institution-membership-changed.v1",
                association,
                id,
                version,
                new MembershipChanged(
                        id,
                        association,
                        version,
                        institution.id().value(),
                        period.from(),
                        period.to(),
                        ending == null ? null : ending.how(),
                        into == null ? null : into.id().value()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.institution-membership-changed.v1}. */
    record MembershipChanged(
            UUID id,
            UUID associationId,
            long version,
            UUID institutionId,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable How ending,
            @Nullable UUID mergedIntoId) {}
}
