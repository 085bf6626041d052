package org.yilianti.rotation.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.agreement.AgreementManagement;
import org.yilianti.rotation.agreement.AgreementsChanged;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.AssessmentsChanged;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.LicencesChanged;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.MembersChanged;
import org.yilianti.rotation.roster.DutiesPublished;
import org.yilianti.rotation.service.ServiceChanged;

/** Reviews the agreements of members whose facts have changed or whose day has come; a fixed number of statements for all of them. */
@Component
@Transactional
class StandingManagement {

    private static final String SERVICE = "service-changed";
    private static final String AGREEMENT = "agreement-changed";
    private static final String ROSTER = "roster-published";

    /** What may have changed how many hours there are, or how many may be. */
    private static final Set<String> COUNTING = Set.of(SERVICE, AGREEMENT, ROSTER);

    private final PracticeAgreements agreements;
    private final AgreementManagement management;
    private final GroundReader grounds;
    private final HoursConsequences hours;
    private final Members members;
    private final StandingNotices notices;
    private final Reminders reminders;
    private final Policies policies;
    private final CascadeSettings settings;
    private final Clock clock;

    StandingManagement(
            PracticeAgreements agreements,
            AgreementManagement management,
            GroundReader grounds,
            HoursConsequences hours,
            Members members,
            StandingNotices notices,
            Reminders reminders,
            Policies policies,
            CascadeSettings settings,
            Clock clock) {
        this.agreements = agreements;
        this.management = management;
        this.grounds = grounds;
        this.hours = hours;
        this.members = members;
        this.notices = notices;
        this.reminders = reminders;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void licencesChanged(LicencesChanged changed) {
        review(changed.association(), changed.memberIds(), "licence-changed");
    }

    @EventListener
    void membersChanged(MembersChanged changed) {
        review(changed.association(), changed.memberIds(), "appointment-changed");
    }

    /** After a decision about an agreement, such as a renewed insurance, the facts may say something else about it. */
    @EventListener
    void agreementsChanged(AgreementsChanged changed) {
        if (!changed.byRule()) {
            review(changed.association(), changed.memberIds(), AGREEMENT);
        }
    }

    @EventListener
    void assessmentsChanged(AssessmentsChanged changed) {
        review(changed.association(), changed.memberIds(), "assessment-changed");
    }

    @EventListener
    void serviceChanged(ServiceChanged changed) {
        review(changed.association(), changed.memberIds(), SERVICE);
    }

    /** What was planned may leave no room beside what was reported since: the planner knows caps, not the hours of a running week. */
    @EventListener
    void dutiesPublished(DutiesPublished published) {
        review(published.association(), published.memberIds(), ROSTER);
    }

    /**
     * Reviews what the calendar has made due, by members' locks: of two replicas the second finds nothing left to change.
     *
     * @return whether there was anything
     */
    boolean reviewDue() {
        Map<UUID, Set<UUID>> due = agreements.membersToReview(today(), settings.batch());
        due.forEach((association, memberIds) -> {
            members.lock(association, memberIds);
            review(association, memberIds, "calendar");
        });
        return !due.isEmpty();
    }

    private void review(UUID association, Set<UUID> memberIds, String cause) {
        LocalDate today = today();
        HoursPolicy hoursPolicy = policies.inForce(association, HoursPolicy.class, today);
        List<AgreementGround> read = grounds.read(association, memberIds, hoursPolicy, today);
        if (read.isEmpty()) {
            return;
        }
        CascadePolicy policy = policies.inForce(association, CascadePolicy.class, today);
        List<PracticeAgreement> changed = new ArrayList<>();
        List<AgreementGround> all = new ArrayList<>();
        Map<UUID, LocalDate> reviews = new HashMap<>();
        for (AgreementGround ground : read) {
            Optional<PracticeAgreement> next = policy.follow(ground, today);
            next.ifPresent(changed::add);
            AgreementGround now = ground.with(next.orElse(ground.agreement()));
            all.add(now);
            reviews.put(now.agreement().id(), policy.nextReview(now, today));
        }
        reminders
                .send(association, all, today)
                .forEach((id, day) -> reviews.merge(id, day, (one, other) -> one.isBefore(other) ? one : other));
        agreements.reviewed(reviews);
        management.changedByRule(changed, cause);
        notices.tell(association, changed);
        if (COUNTING.contains(cause)) {
            hours.draw(association, all.stream().map(AgreementGround::agreement).toList(), hoursPolicy);
        }
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }
}
