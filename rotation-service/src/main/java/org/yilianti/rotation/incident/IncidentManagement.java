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
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementVersion;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.Incident.Report;

/** Takes incidents through their life; each step with its event, audit row and notices in one transaction. */
@Component
@Transactional
public class IncidentManagement {

    private static final Role[] REPORTING = {Role.REGISTRAR, Role.HR_OFFICER};

    private final Incidents incidents;
    private final PracticeAgreements agreements;
    private final Occasions occasions;
    private final Sights sights;
    private final IncidentAnnouncements announcements;
    private final Clock clock;

    IncidentManagement(
            Incidents incidents,
            PracticeAgreements agreements,
            Occasions occasions,
            Sights sights,
            IncidentAnnouncements announcements,
            Clock clock) {
        this.incidents = incidents;
        this.agreements = agreements;
        this.occasions = occasions;
        this.sights = sights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Reports an incident under an agreement, or in a service or a shared session under one. */
    public Incident report(Caller caller, Report report) {
        Sight sight = sights.of(caller, REPORTING);
        List<Occasion> work = occasions.of(sight, report);
        Instant occurredAt = occurredAt(report, work);
        PracticeAgreement agreement = agreement(sight, report, work, AssociationZone.dayOf(occurredAt));
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

    public Incident review(Caller caller, UUID id, @Nullable ExpectedVersion expected, String note) {
        return step(caller, id, expected, Map.of("note", note), (one, now) -> one.reviewed(caller.name(), now, note));
    }

    public Incident settle(Caller caller, UUID id, @Nullable ExpectedVersion expected, Money damage, String note) {
        return step(
                caller,
                id,
                expected,
                Map.of("damageFen", damage.fen(), "note", note),
                (one, now) -> one.settled(damage, caller.name(), now, note));
    }

    public Incident close(Caller caller, UUID id, @Nullable ExpectedVersion expected, String note) {
        return step(caller, id, expected, Map.of("note", note), (one, now) -> one.closed(caller.name(), now, note));
    }

    private Incident step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            Map<String, Object> detail,
            BiFunction<Incident, Instant, Incident> verb) {
        Sight sight = sights.of(caller, Role.REGISTRAR);
        Incident found =
                incidents.find(sight.officeOnly(), id).orElseThrow(() -> Refusal.notFound("incident.unknown", id));
        if (found.parties().memberId().equals(sight.ownMemberId())) {
            throw Refusal.forbidden("incident.own");
        }
        ExpectedVersion.checkIfSent(expected, found.version());
        Incident changed = verb.apply(found, clock.instant());
        incidents.update(changed);
        announcements.changed(caller, changed, detail);
        return changed;
    }

    /** Within the work when there is any; its beginning when the time is not said. */
    private Instant occurredAt(Report report, List<Occasion> work) {
        Instant said = report.occurredAt();
        Instant at = said != null
                ? said
                : work.stream().map(Occasion::from).findFirst().orElse(null);
        if (at == null) {
            throw Refusal.invalid("incident.time-missing").at("/occurredAt");
        }
        if (at.isAfter(clock.instant())) {
            throw Refusal.invalid("incident.in-future", at).at("/occurredAt");
        }
        work.forEach(one -> one.requireWithin(at));
        return at;
    }

    private PracticeAgreement agreement(Sight sight, Report report, List<Occasion> work, LocalDate day) {
        UUID named = report.agreementId();
        if (named != null) {
            return agreements
                    .find(sight, named)
                    .filter(one -> work.stream().allMatch(occasion -> occasion.under(one)))
                    .orElseThrow(
                            () -> Refusal.invalid("agreement.unknown", named).at("/agreementId"));
        }
        if (work.isEmpty()) {
            throw Refusal.invalid("incident.subject-missing").at("/agreementId");
        }
        Occasion first = work.getFirst();
        List<PracticeAgreement> fitting = agreements
                .byMember(sight.association(), List.of(first.memberId()))
                .getOrDefault(first.memberId(), List.of())
                .stream()
                .filter(one -> work.stream().allMatch(occasion -> occasion.under(one)))
                .filter(one -> one.versionOn(day).isPresent())
                .toList();
        if (fitting.size() > 1) {
            throw Refusal.invalid("incident.agreement-ambiguous", fitting.size())
                    .at("/agreementId");
        }
        return fitting.stream().findFirst().orElseThrow(() -> Refusal.invalid("incident.no-agreement", day)
                .at(first.pointer()));
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
