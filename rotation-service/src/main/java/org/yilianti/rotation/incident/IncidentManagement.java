package org.yilianti.rotation.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementVersion;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.Incident.Report;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.service.ServiceRecords;

/** Takes incidents through their life; each step with its event, audit row and notices in one transaction. */
@Component
@Transactional
public class IncidentManagement {

    private static final Role[] REPORTING = {Role.REGISTRAR, Role.HR_OFFICER};

    private final Incidents incidents;
    private final PracticeAgreements agreements;
    private final ServiceRecords records;
    private final Sights sights;
    private final IncidentAnnouncements announcements;
    private final Clock clock;

    IncidentManagement(
            Incidents incidents,
            PracticeAgreements agreements,
            ServiceRecords records,
            Sights sights,
            IncidentAnnouncements announcements,
            Clock clock) {
        this.incidents = incidents;
        this.agreements = agreements;
        this.records = records;
        this.sights = sights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Reports an incident under an agreement, or in a service under one. */
    public Incident report(Caller caller, Report report) {
        Sight sight = sights.of(caller, REPORTING);
        ServiceContent service = service(sight, report.serviceRecordId());
        Instant occurredAt = occurredAt(report, service);
        PracticeAgreement agreement = agreement(sight, report, service, AssociationZone.dayOf(occurredAt));
        AgreementVersion version = version(agreement, AssociationZone.dayOf(occurredAt));
        Incident reported = Incident.reported(
                caller.association(),
                agreement.id(),
                version.number(),
                version.terms().liability(),
                new IncidentParties(agreement.memberId(), agreement.homeInstitutionId(), agreement.hostInstitutionId()),
                occurredAt,
                report,
                caller.name(),
                clock.instant());
        incidents.insert(reported);
        announcements.changed(caller, reported, Map.of("severity", reported.severity()));
        return reported;
    }

    public Incident review(Caller caller, UUID id, String note) {
        return step(caller, id, Map.of("note", note), (one, now) -> one.reviewed(caller.name(), now, note));
    }

    public Incident settle(Caller caller, UUID id, Money damage, String note) {
        return step(
                caller,
                id,
                Map.of("damageFen", damage.fen(), "note", note),
                (one, now) -> one.settled(damage, caller.name(), now, note));
    }

    public Incident close(Caller caller, UUID id, String note) {
        return step(caller, id, Map.of("note", note), (one, now) -> one.closed(caller.name(), now, note));
    }

    private Incident step(
            Caller caller, UUID id, Map<String, Object> detail, BiFunction<Incident, Instant, Incident> verb) {
        Sight sight = sights.of(caller, Role.REGISTRAR);
        Incident found =
                incidents.find(sight.officeOnly(), id).orElseThrow(() -> Refusal.notFound("incident.unknown", id));
        if (found.parties().memberId().equals(sight.ownMemberId())) {
            throw Refusal.forbidden("incident.own");
        }
        Incident changed = verb.apply(found, clock.instant());
        incidents.update(changed);
        announcements.changed(caller, changed, detail);
        return changed;
    }

    private @Nullable ServiceContent service(Sight sight, @Nullable UUID recordId) {
        return recordId == null
                ? null
                : records.find(sight, recordId)
                        .orElseThrow(() -> Refusal.invalid("service-record.unknown-record", recordId)
                                .at("/serviceRecordId"))
                        .content();
    }

    /** Within the service when there is one; its beginning when the time is not said. */
    private Instant occurredAt(Report report, @Nullable ServiceContent service) {
        Instant at = report.occurredAt();
        if (at == null && service != null) {
            at = service.startedAt();
        }
        if (at == null) {
            throw Refusal.invalid("incident.time-missing").at("/occurredAt");
        }
        if (at.isAfter(clock.instant())) {
            throw Refusal.invalid("incident.in-future", at).at("/occurredAt");
        }
        if (service != null && (at.isBefore(service.startedAt()) || at.isAfter(service.endedAt()))) {
            throw Refusal.invalid("incident.outside-service", at, service.startedAt(), service.endedAt())
                    .at("/occurredAt");
        }
        return at;
    }

    private PracticeAgreement agreement(Sight sight, Report report, @Nullable ServiceContent service, LocalDate day) {
        UUID named = report.agreementId();
        if (named != null) {
            return agreements
                    .find(sight, named)
                    .filter(one -> service == null
                            || (one.memberId().equals(service.memberId())
                                    && one.hostInstitutionId().equals(service.institutionId())))
                    .orElseThrow(
                            () -> Refusal.invalid("agreement.unknown", named).at("/agreementId"));
        }
        if (service == null) {
            throw Refusal.invalid("incident.subject-missing").at("/agreementId");
        }
        return agreements
                .byMember(sight.association(), List.of(service.memberId()))
                .getOrDefault(service.memberId(), List.of())
                .stream()
                .filter(one -> one.hostInstitutionId().equals(service.institutionId()))
                .filter(one -> one.versionOn(day).isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("incident.no-agreement", day).at("/serviceRecordId"));
    }

    /** A suspended agreement still says who bears the risk; an ended one does so until its end. */
    private static AgreementVersion version(PracticeAgreement agreement, LocalDate day) {
        boolean over = agreement.standing().status() == AgreementStatus.ENDED
                && !day.isBefore(agreement.standing().from());
        return agreement.versionOn(day).filter(version -> !over).orElseThrow(() -> Refusal.invalid(
                        "incident.no-agreement", day)
                .at("/occurredAt"));
    }
}
