package org.yilianti.rotation.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Licences;
import org.yilianti.rotation.directory.LicencesChanged;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.MembersChanged;

/** Reviews the agreements of members whose facts have changed or whose day has come; a fixed number of statements for all of them. */
@Component
@Transactional
class StandingManagement {

    private final PracticeAgreements agreements;
    private final AgreementManagement management;
    private final Licences licences;
    private final Appointments appointments;
    private final Members members;
    private final StandingNotices notices;
    private final Policies policies;
    private final CascadeSettings settings;
    private final Clock clock;

    StandingManagement(
            PracticeAgreements agreements,
            AgreementManagement management,
            Licences licences,
            Appointments appointments,
            Members members,
            StandingNotices notices,
            Policies policies,
            CascadeSettings settings,
            Clock clock) {
        this.agreements = agreements;
        this.management = management;
        this.licences = licences;
        this.appointments = appointments;
        this.members = members;
        this.notices = notices;
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
            review(changed.association(), changed.memberIds(), "agreement-changed");
        }
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
        List<AgreementGround> grounds = grounds(association, memberIds);
        if (grounds.isEmpty()) {
            return;
        }
        LocalDate today = today();
        CascadePolicy policy = policies.inForce(association, CascadePolicy.class, today);
        List<PracticeAgreement> changed = new ArrayList<>();
        Map<UUID, LocalDate> reviews = new HashMap<>();
        for (AgreementGround ground : grounds) {
            PracticeAgreement now = policy.follow(ground, today)
                    .map(next -> {
                        changed.add(next);
                        return next;
                    })
                    .orElse(ground.agreement());
            reviews.put(
                    now.id(),
                    policy.nextReview(new AgreementGround(now, ground.licences(), ground.appointments()), today));
        }
        agreements.reviewed(reviews);
        management.changedByRule(changed, cause);
        notices.tell(association, changed);
    }

    private List<AgreementGround> grounds(UUID association, Collection<UUID> memberIds) {
        var byMember = agreements.byMember(association, memberIds);
        var licencesByMember = licences.byMember(association, byMember.keySet());
        var appointmentsByMember = appointments.byMember(association, byMember.keySet());
        return byMember.values().stream()
                .flatMap(List::stream)
                .map(one -> new AgreementGround(
                        one,
                        licencesByMember.getOrDefault(one.memberId(), List.of()),
                        appointmentsByMember.getOrDefault(one.memberId(), List.of())))
                .toList();
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }
}
