package org.yilianti.staff.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;

/**
 * One belief about a leave of absence.
 *
 * @param revision 1 for the first belief; a correction or a return is the next
 * @param days from the first day away to the first day back, if known
 */
public record Leave(
        UUID id,
        int revision,
        UUID association,
        MemberId member,
        LeaveKind kind,
        DatePeriod days,
        Recording recording) {

    static Leave granted(UUID association, MemberId member, LeaveKind kind, DatePeriod days, Recording recording) {
        return new Leave(Ids.next(), 1, association, member, kind, days, recording);
    }

    /** The next belief; the same when it says nothing new. */
    Leave corrected(LeaveKind otherKind, DatePeriod otherDays, Recording when) {
        return otherKind == kind && otherDays.equals(days)
                ? this
                : new Leave(id, revision + 1, association, member, otherKind, otherDays, when.after(recording));
    }

    /** Why nobody can be back on {@code day}; empty when they can. */
    Optional<Fault> objectionToReturn(LocalDate day) {
        LocalDate end = days.to();
        if (!day.isAfter(days.from())) {
            return Optional.of(new Fault("on", "period-inverted", List.of(days.from(), day)));
        }
        return end == null || day.isBefore(end)
                ? Optional.empty()
                : Optional.of(new Fault("on", "ends-already", List.of(end)));
    }

    /** The same leave of the person as whom its holder goes on. */
    Leave movedTo(MemberId person, Recording when) {
        return new Leave(id, revision + 1, association, person, kind, days, when.after(recording));
    }

    /** This belief, given up at a time. */
    Leave superseded(Recording by) {
        return new Leave(
                id,
                revision,
                association,
                member,
                kind,
                days,
                recording.superseded(by.after(recording).at()));
    }

    /** The public state: not why. */
    OutboxEvent announcement() {
        return announcement(revision, "granted");
    }

    /** That it never was; no revision follows it. */
    OutboxEvent annulment() {
        return announcement(revision + 1, "annulled");
    }

    private OutboxEvent announcement(int version, String status) {
        return OutboxEvent.state(
                "staff.leaves",
                "staff.leave-changed.v1",
                association,
                id,
                version,
                new LeaveChanged(id, association, version, member.value(), status, days.from(), days.to()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.leave-changed.v1}. */
    record LeaveChanged(
            UUID id,
            UUID associationId,
            long version,
            UUID memberId,
            String status,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
