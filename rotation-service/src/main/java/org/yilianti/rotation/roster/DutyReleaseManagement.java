package org.yilianti.rotation.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.rotation.agreement.AgreementsChanged;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.LicencesChanged;
import org.yilianti.rotation.directory.MembersChanged;
import org.yilianti.rotation.leave.LeaveGranted;
import org.yilianti.rotation.notification.AddressedNotice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PostingsChanged;
import org.yilianti.rotation.practice.PracticeDecision;
import org.yilianti.rotation.practice.PracticeQuestion;

/** Releases published duties that have become unlawful, all of all people concerned at once; part of the transaction that learned it. */
@Component
@Transactional
public class DutyReleaseManagement {

    private final Duties duties;
    private final LawfulPractice practice;
    private final Institutions institutions;
    private final Notifications notifications;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DutyReleaseManagement(
            Duties duties,
            LawfulPractice practice,
            Institutions institutions,
            Notifications notifications,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.duties = duties;
        this.practice = practice;
        this.institutions = institutions;
        this.notifications = notifications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void licencesChanged(LicencesChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    @EventListener
    void membersChanged(MembersChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    @EventListener
    void agreementsChanged(AgreementsChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    @EventListener
    void postingsChanged(PostingsChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    /** Leave takes away whatever touches its days, also the night that ends on the first of them. */
    @EventListener
    void leaveGranted(LeaveGranted granted) {
        List<Duty> held = duties.inForceOf(granted.association(), granted.days().keySet());
        release(
                held.stream()
                        .filter(duty -> granted.days().getOrDefault(duty.memberId(), List.of()).stream()
                                .anyMatch(away -> duty.days().overlaps(away)))
                        .map(duty -> new Release(duty, "leave"))
                        .toList(),
                "system:leave");
    }

    /**
     * Takes these duties from their people, for whoever has found that they cannot keep them.
     *
     * @param why machine code
     * @param actor in the audit trail
     */
    public void release(List<Duty> unkept, String why, String actor) {
        release(unkept.stream().map(duty -> new Release(duty, why)).toList(), actor);
    }

    /** Decides anew on every duty in force of these members; what is refused becomes open with the first reason. */
    private void releaseUnlawful(UUID association, Set<UUID> memberIds) {
        List<Duty> held = duties.inForceOf(association, memberIds);
        if (held.isEmpty()) {
            return;
        }
        List<PracticeDecision> decisions = practice.decide(
                association, held.stream().map(DutyReleaseManagement::question).toList());
        List<Release> unlawful = new ArrayList<>();
        for (int index = 0; index < held.size(); index++) {
            Duty duty = held.get(index);
            decisions
                    .get(index)
                    .refusals()
                    .findFirst()
                    .ifPresent(refusal -> unlawful.add(new Release(duty, refusal.code())));
        }
        release(unlawful, "system:lawful-practice");
    }

    /** A duty with its person, and why it loses the person. */
    private record Release(Duty duty, String why) {}

    private void release(List<Release> releases, String actor) {
        if (!releases.isEmpty()) {
            Instant now = clock.instant();
            duties.update(
                    releases.stream().map(one -> one.duty.released(one.why)).toList());
            outbox.publish(releases.stream()
                    .map(one -> DutyReleased.of(one.duty, one.why, now))
                    .toList());
            audit.record(releases.stream().map(one -> entry(one, actor)).toList());
            tell(releases);
        }
    }

    /** Tells the person and the planners of the place. */
    private void tell(List<Release> releases) {
        UUID association = releases.getFirst().duty.association();
        Map<UUID, Institution> places = institutions.byId(
                association,
                releases.stream().map(one -> one.duty.institutionId()).collect(Collectors.toSet()));
        List<AddressedNotice> notices = new ArrayList<>();
        for (Release one : releases) {
            notices.add(DutyNotices.of("duty-taken", one.duty)
                    .to(Recipient.member(Objects.requireNonNull(one.duty.memberId()))));
            Institution place = places.get(one.duty.institutionId());
            if (place != null) {
                notices.add(DutyNotices.of("duty-open", one.duty).to(Recipient.role(Role.SCHEDULER, place.code())));
            }
        }
        notifications.tell(association, notices);
    }

    static PracticeQuestion question(Duty duty) {
        return PracticeQuestion.on(
                duty.date(), Objects.requireNonNull(duty.memberId()), duty.institutionId(), duty.specialty());
    }

    private static AuditRecord entry(Release release, String actor) {
        return new AuditRecord(
                release.duty.association(),
                actor,
                "duty.released",
                "duty",
                release.duty.id().toString(),
                null,
                Map.of(
                        "memberId", Objects.requireNonNull(release.duty.memberId()),
                        "date", release.duty.date(),
                        "reason", release.why));
    }
}
