package org.yilianti.rotation.incident;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.agreement.Side;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.incident.ShareOverride.Parts;
import org.yilianti.rotation.incident.ShareOverride.State;

/** Lets both institutions agree on other parts of a damage than the agreement's. */
@Component
@Transactional
public class ShareOverrideManagement {

    private final Incidents incidents;
    private final ShareOverrides overrides;
    private final Institutions institutions;
    private final Sights sights;
    private final IncidentAnnouncements announcements;
    private final Clock clock;

    ShareOverrideManagement(
            Incidents incidents,
            ShareOverrides overrides,
            Institutions institutions,
            Sights sights,
            IncidentAnnouncements announcements,
            Clock clock) {
        this.incidents = incidents;
        this.overrides = overrides;
        this.institutions = institutions;
        this.sights = sights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param side home or host; null when the caller is registrar of only one of them */
    public ShareOverride propose(
            Caller caller,
            UUID incidentId,
            @Nullable ExpectedVersion expected,
            @Nullable Side side,
            Parts parts,
            String reason) {
        Incident incident = incident(caller, incidentId);
        UUID proposer = office(caller, incident, side);
        ExpectedVersion.checkIfSent(expected, incident.version());
        ShareOverride proposed =
                ShareOverride.proposed(incident, parts, reason, proposer, caller.name(), clock.instant());
        overrides.insert(proposed);
        announcements.proposed(caller, incident, proposed);
        return proposed;
    }

    /** The parts become those of the incident. */
    public ShareOverride consent(
            Caller caller, UUID incidentId, UUID id, @Nullable ExpectedVersion expected, @Nullable String note) {
        Incident incident = incident(caller, incidentId);
        ShareOverride consented = decide(caller, incident, find(incident, id, expected), State.CONSENTED, note);
        Incident changed = incident.overridden(consented.parts(), caller.name(), clock.instant(), note);
        incidents.update(changed);
        announcements.changed(caller, changed, java.util.Map.of("override", id));
        return consented;
    }

    public ShareOverride refuse(
            Caller caller, UUID incidentId, UUID id, @Nullable ExpectedVersion expected, String reason) {
        Incident incident = incident(caller, incidentId);
        ShareOverride refused = decide(caller, incident, find(incident, id, expected), State.REFUSED, reason);
        announcements.proposed(caller, incident, refused);
        return refused;
    }

    public ShareOverride withdraw(
            Caller caller, UUID incidentId, UUID id, @Nullable ExpectedVersion expected, String reason) {
        Incident incident = incident(caller, incidentId);
        ShareOverride found = find(incident, id, expected);
        caller.require(code(incident, found.proposedFor()), Role.REGISTRAR);
        ShareOverride withdrawn = found.withdrawn(caller.name(), clock.instant(), reason);
        overrides.settle(withdrawn);
        announcements.proposed(caller, incident, withdrawn);
        return withdrawn;
    }

    private ShareOverride decide(
            Caller caller, Incident incident, ShareOverride found, State next, @Nullable String note) {
        UUID other = found.proposedFor().equals(incident.parties().homeId())
                ? incident.parties().hostId()
                : incident.parties().homeId();
        caller.require(code(incident, other), Role.REGISTRAR);
        ShareOverride decided = found.decided(next, caller.name(), clock.instant(), note);
        overrides.settle(decided);
        return decided;
    }

    private UUID office(Caller caller, Incident incident, @Nullable Side side) {
        InstitutionScope scope = caller.scope(Role.REGISTRAR);
        List<UUID> offices = List.of(Side.HOME, Side.HOST).stream()
                .filter(one -> side == null || side == one)
                .map(one -> one == Side.HOME
                        ? incident.parties().homeId()
                        : incident.parties().hostId())
                .filter(one -> scope.permits(code(incident, one)))
                .toList();
        if (offices.isEmpty()) {
            throw Refusal.forbidden("access.institution", String.valueOf(side));
        }
        if (offices.size() > 1) {
            throw Refusal.invalid("amendment.side-missing").at("/side");
        }
        return offices.getFirst();
    }

    private Incident incident(Caller caller, UUID id) {
        return incidents
                .find(sights.of(caller, Role.REGISTRAR).officeOnly(), id)
                .orElseThrow(() -> Refusal.notFound("incident.unknown", id));
    }

    private ShareOverride find(Incident incident, UUID id, @Nullable ExpectedVersion expected) {
        ShareOverride found =
                overrides.find(incident, id).orElseThrow(() -> Refusal.notFound("incident.unknown-override", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        return found;
    }

    private String code(Incident incident, UUID institution) {
        return institutions
                .find(incident.association(), institution)
                .map(Institution::code)
                .orElseThrow();
    }
}
