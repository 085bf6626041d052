package org.yilianti.rotation.incident;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Tells of changed incidents: other services by event, the parties by notice, the audit trail. */
@Component
class IncidentAnnouncements {

    private final Outbox outbox;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Institutions institutions;

    IncidentAnnouncements(Outbox outbox, AuditTrail audit, Notifications notifications, Institutions institutions) {
        this.outbox = outbox;
        this.audit = audit;
        this.notifications = notifications;
        this.institutions = institutions;
    }

    void changed(Caller caller, Incident incident, Map<String, Object> detail) {
        outbox.publish(IncidentChanged.of(incident));
        String action = incident.steps().getLast().action();
        audit.record(AuditRecord.of(caller, "incident." + action, "incident", incident.id(), host(incident), detail));
        notifications.tell(
                incident.association(),
                Notice.of(
                        "incident-" + action,
                        "incident",
                        incident.id(),
                        incident.severity().code()),
                Recipient.role(Role.REGISTRAR, code(incident, incident.parties().homeId())),
                Recipient.role(Role.REGISTRAR, host(incident)),
                Recipient.member(incident.parties().memberId()));
    }

    /** A proposal changes nothing yet; the registrars of the institutions are told. */
    void proposed(Caller caller, Incident incident, ShareOverride override) {
        audit.record(AuditRecord.of(
                caller,
                "incident-override." + override.state().code(),
                "incident-override",
                override.id(),
                code(incident, override.proposedFor()),
                Map.of("incident", incident.id(), "parts", override.parts())));
        notifications.tell(
                incident.association(),
                Notice.of("incident-override-" + override.state().code(), "incident", incident.id()),
                Recipient.role(Role.REGISTRAR, code(incident, incident.parties().homeId())),
                Recipient.role(Role.REGISTRAR, host(incident)));
    }

    private String host(Incident incident) {
        return code(incident, incident.parties().hostId());
    }

    private String code(Incident incident, UUID institution) {
        return institutions
                .find(incident.association(), institution)
                .map(Institution::code)
                .orElseThrow();
    }
}
