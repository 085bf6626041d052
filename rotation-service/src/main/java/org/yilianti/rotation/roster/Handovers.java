package org.yilianti.rotation.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.notification.AddressedNotice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** The one door through which published duties change hands: all of a change or none, by the rules as they stand under the locks. */
@Component
public class Handovers {

    private final Duties duties;
    private final MemberRosters rosters;
    private final Members members;
    private final Notifications notifications;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Handovers(
            Duties duties,
            MemberRosters rosters,
            Members members,
            Notifications notifications,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.duties = duties;
        this.rosters = rosters;
        this.members = members;
        this.notifications = notifications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets the duties change hands; part of the caller's transaction. Refuses (409) when one is not with whom it is believed to be or not
     * as it was looked at, (422) with every rule that somebody would break.
     *
     * @param cause what the event and the audit row say
     * @return the duties as they are now, in the order asked for
     */
    public List<Duty> carryOut(Caller caller, List<Handover> handovers, String cause) {
        Map<UUID, Duty> before = lock(caller.association(), handovers);
        List<Violation> violations = check(caller.association(), handovers, before);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        List<Duty> after = handovers.stream()
                .map(one -> duty(before, one.dutyId()).assignedTo(one.to()))
                .toList();
        Instant now = clock.instant();
        duties.exchange(after, now);
        outbox.publish(after.stream()
                .map(duty -> DutyAssigned.of(duty, duty(before, duty.id()).memberId(), cause, now))
                .toList());
        audit.record(after.stream()
                .map(duty -> entry(caller, duty, duty(before, duty.id()).memberId(), cause))
                .toList());
        notifications.tell(caller.association(), notices(before, after));
        return after;
    }

    private static List<AddressedNotice> notices(Map<UUID, Duty> before, List<Duty> after) {
        List<AddressedNotice> notices = new ArrayList<>();
        for (Duty duty : after) {
            UUID previous = duty(before, duty.id()).memberId();
            if (previous != null) {
                notices.add(DutyNotices.of("duty-taken", duty).to(Recipient.member(previous)));
            }
            notices.add(DutyNotices.of("duty-assigned", duty)
                    .to(Recipient.member(Objects.requireNonNull(duty.memberId()))));
        }
        return notices;
    }

    /**
     * What stands in the way of the handovers, seen without locks: what a caller is told beforehand. Duties that are no longer what the
     * handovers rest on, or else every rule that somebody would break.
     */
    public List<Violation> preview(UUID association, List<Handover> handovers) {
        Map<UUID, Duty> now = duties.inForce(
                association, handovers.stream().map(Handover::dutyId).toList());
        List<Violation> outdated = handovers.stream()
                .flatMap(one -> outdated(one, now.get(one.dutyId())).stream())
                .toList();
        return outdated.isEmpty() ? check(association, handovers, now) : outdated;
    }

    private static Optional<Violation> outdated(Handover handover, @Nullable Duty duty) {
        if (duty == null) {
            return Optional.of(new Violation("", "duty.not-in-force", handover.dutyId()));
        }
        return handover.isOf(duty)
                ? Optional.empty()
                : Optional.of(new Violation("", "duty.changed-meanwhile", handover.dutyId()));
    }

    private Map<UUID, Duty> lock(UUID association, List<Handover> handovers) {
        List<UUID> ids = handovers.stream().map(Handover::dutyId).toList();
        duties.lockPlans(association, ids);
        Set<UUID> people = new HashSet<>();
        handovers.forEach(one -> {
            people.add(one.to());
            if (one.from() != null) {
                people.add(one.from());
            }
        });
        members.lock(association, people);
        Map<UUID, Duty> locked = duties.lock(association, ids);
        for (Handover one : handovers) {
            outdated(one, locked.get(one.dutyId())).ifPresent(outdated -> {
                throw Refusal.conflict(outdated.code(), outdated.args());
            });
        }
        return locked;
    }

    private List<Violation> check(UUID association, List<Handover> handovers, Map<UUID, Duty> before) {
        Set<UUID> receivers = handovers.stream().map(Handover::to).collect(Collectors.toSet());
        LocalDate first = dates(before).stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = dates(before).stream().max(LocalDate::compareTo).orElseThrow();
        Set<UUID> sites = before.values().stream().map(Duty::institutionId).collect(Collectors.toSet());
        Map<UUID, MemberRoster> known = rosters.around(association, receivers, sites, first, last);
        List<Violation> violations = new ArrayList<>();
        for (UUID receiver : receivers) {
            MemberRoster roster = known.get(receiver);
            if (roster == null) {
                throw Refusal.invalid("member.unknown", receiver).at("/memberId");
            }
            List<Duty> given = involving(handovers, before, receiver, false);
            List<Duty> taken = involving(handovers, before, receiver, true);
            roster.without(given).breaches(taken).forEach(breach -> violations.add(breach.at("")));
        }
        return violations;
    }

    private static List<LocalDate> dates(Map<UUID, Duty> duties) {
        return duties.values().stream().map(Duty::date).toList();
    }

    private static List<Duty> involving(
            List<Handover> handovers, Map<UUID, Duty> duties, UUID member, boolean receiving) {
        return handovers.stream()
                .filter(one -> member.equals(receiving ? one.to() : one.from()))
                .map(one -> duty(duties, one.dutyId()))
                .toList();
    }

    private static Duty duty(Map<UUID, Duty> duties, UUID id) {
        return Objects.requireNonNull(duties.get(id));
    }

    private static AuditRecord entry(Caller caller, Duty duty, @Nullable UUID previous, String cause) {
        return AuditRecord.of(
                caller,
                "duty.assigned",
                "duty",
                duty.id(),
                null,
                new Change(cause, duty.planId(), duty.memberId(), previous));
    }

    /** What the audit trail keeps of a handover. */
    private record Change(
            String cause,
            UUID planId,
            @Nullable UUID memberId,
            @Nullable UUID previousMemberId) {}
}
