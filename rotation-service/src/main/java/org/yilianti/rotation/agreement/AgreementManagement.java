package org.yilianti.rotation.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Licences;
import org.yilianti.rotation.directory.LicencesChanged;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.PractisingRight;
import org.yilianti.rotation.directory.PractisingRight.Interruption;
import org.yilianti.rotation.directory.Sights;

/** Concludes, suspends, resumes and ends agreements; each change with its event and audit row in one transaction. */
@Component
@Transactional
public class AgreementManagement {

    private final PracticeAgreements agreements;
    private final Licences licences;
    private final Institutions institutions;
    private final Members members;
    private final Sights sights;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementManagement(
            PracticeAgreements agreements,
            Licences licences,
            Institutions institutions,
            Members members,
            Sights sights,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agreements = agreements;
        this.licences = licences;
        this.institutions = institutions;
        this.members = members;
        this.sights = sights;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Brings an agreement into force; the caller holds the member's lock. Refuses a second one for the same site and time. */
    public void conclude(Caller caller, PracticeAgreement agreement, String hostCode) {
        boolean overlaps = agreements
                .byMember(agreement.association(), List.of(agreement.memberId()))
                .getOrDefault(agreement.memberId(), List.of())
                .stream()
                .filter(other -> other.hostInstitutionId().equals(agreement.hostInstitutionId()))
                .anyMatch(other ->
                        other.practisable().stream().anyMatch(agreement.terms().term()::overlaps));
        if (overlaps) {
            throw Refusal.conflict("agreement.overlaps", hostCode);
        }
        agreements.insert(agreement);
        outbox.publish(AgreementChanged.of(agreement));
        audit.record(AuditRecord.of(
                caller, "agreement.concluded", "practice-agreement", agreement.id(), hostCode, agreement.terms()));
    }

    /** Ends an agreement before its term, by decision of a registrar of either side. */
    public PracticeAgreement end(Caller caller, UUID id, LocalDate from, String reason) {
        PracticeAgreement found = agreements
                .find(sights.of(caller, Role.REGISTRAR), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
        members.lock(found.association(), Set.of(found.memberId()));
        PracticeAgreement ended = agreements
                .find(sights.of(caller, Role.REGISTRAR), id)
                .orElseThrow()
                .ended(from, reason);
        String host = institutions
                .find(found.association(), found.hostInstitutionId())
                .orElseThrow()
                .code();
        keep(List.of(ended));
        audit.record(AuditRecord.of(
                caller, "agreement.ended", "practice-agreement", id, host, Map.of("from", from, "reason", reason)));
        return ended;
    }

    /** Suspends what rests on a licence that no longer permits practice, and resumes what does again: all members at once. */
    @EventListener
    void licencesChanged(LicencesChanged changed) {
        UUID association = changed.association();
        LocalDate today = AssociationZone.dayOf(clock.instant());
        Map<UUID, List<PracticeAgreement>> byMember = agreements.byMember(association, changed.memberIds());
        Map<UUID, List<Licence>> licencesByMember = licences.byMember(association, byMember.keySet());
        List<PracticeAgreement> followed = new ArrayList<>();
        byMember.forEach((member, all) -> {
            var right = new PractisingRight(licencesByMember.getOrDefault(member, List.of()));
            all.forEach(agreement -> agreement
                    .follow(interruption(right, agreement, today), today)
                    .ifPresent(followed::add));
        });
        if (!followed.isEmpty()) {
            keep(followed);
            audit.record(followed.stream().map(AgreementManagement::followed).toList());
        }
    }

    private static @Nullable Interruption interruption(
            PractisingRight right, PracticeAgreement agreement, LocalDate today) {
        Optional<Interruption> first = right.firstInterruption(agreement.terms().term());
        return first.filter(one -> one.obstacle().sanction() || !one.from().isAfter(today))
                .orElse(null);
    }

    private void keep(List<PracticeAgreement> changed) {
        agreements.update(changed);
        outbox.publish(changed.stream().map(AgreementChanged::of).toList());
        changed.stream()
                .collect(Collectors.groupingBy(
                        PracticeAgreement::association,
                        Collectors.mapping(PracticeAgreement::memberId, Collectors.toSet())))
                .forEach(
                        (association, memberIds) -> events.publishEvent(new AgreementsChanged(association, memberIds)));
    }

    private static AuditRecord followed(PracticeAgreement agreement) {
        return new AuditRecord(
                agreement.association(),
                "system:licence-changed",
                "agreement." + agreement.standing().status().code(),
                "practice-agreement",
                agreement.id().toString(),
                null,
                agreement.standing());
    }
}
