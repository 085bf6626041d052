package org.yilianti.rotation.sharing;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Offers, books, confirms and cancels; each change with its event, audit row and notices in one transaction. */
@Component
@Transactional
public class SharingManagement {

    private static final Role[] OFFICERS = {Role.HR_OFFICER, Role.SCHEDULER};

    private final SharedSessions sessions;
    private final LawfulSessions lawful;
    private final Institutions institutions;
    private final Members members;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Clock clock;

    SharingManagement(
            SharedSessions sessions,
            LawfulSessions lawful,
            Institutions institutions,
            Members members,
            Outbox outbox,
            AuditTrail audit,
            Notifications notifications,
            Clock clock) {
        this.sessions = sessions;
        this.lawful = lawful;
        this.institutions = institutions;
        this.members = members;
        this.outbox = outbox;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Offers a session; the specialist must be able to hold it lawfully, and have no other then. */
    public SharedSession offer(Caller caller, SessionOffer offer) {
        UUID association = caller.association();
        Institution offerer = office(caller, offer.institutionId());
        if (!offer.startsAt().isAfter(clock.instant())) {
            throw Refusal.invalid("shared-session.in-past", offer.startsAt()).at("/startsAt");
        }
        members.lock(association, Set.of(offer.memberId()));
        lawful.require(association, offer, null);
        if (sessions.busy(association, offer.memberId(), offer.startsAt(), offer.endsAt())) {
            throw Refusal.conflict("shared-session.specialist-busy");
        }
        SharedSession offered = SharedSession.offered(association, offer, caller.name());
        sessions.insert(offered);
        announce(caller, offered, "shared-session.offered", offerer, Map.of("capacity", offer.capacity()));
        return offered;
    }

    /** Takes places for an institution; of those who come for the last one at once, one gets it. */
    public SharedSession book(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            UUID institutionId,
            int places,
            @Nullable String note) {
        Institution booker = office(caller, institutionId);
        SharedSession session = locked(caller, id);
        ExpectedVersion.checkIfSent(expected, session.version());
        lawful.require(session.association(), session.offer(), institutionId);
        SharedSession booked = session.booked(institutionId, places, note, caller.name(), clock.instant());
        keep(caller, booked, "shared-session.booked", booker, Map.of("places", places));
        tell(booked, "session-booked", booked.offer().institutionId());
        return booked;
    }

    /** The offerer confirms a booking, unless what it rests on has become unlawful since. */
    public SharedSession confirm(Caller caller, UUID id, UUID bookingId, @Nullable ExpectedVersion expected) {
        SharedSession session = locked(caller, id);
        Institution offerer = office(caller, session.offer().institutionId());
        ExpectedVersion.checkIfSent(expected, session.version());
        UUID booker = session.booking(bookingId).institutionId();
        lawful.require(session.association(), session.offer(), booker);
        SharedSession confirmed = session.confirmed(bookingId, caller.name(), clock.instant());
        keep(caller, confirmed, "shared-session.booking-confirmed", offerer, Map.of("booking", bookingId));
        tell(confirmed, "session-booking-confirmed", booker);
        return confirmed;
    }

    /** Offerer or booker cancels a booking. */
    public SharedSession cancel(
            Caller caller, UUID id, UUID bookingId, @Nullable ExpectedVersion expected, String reason) {
        SharedSession session = locked(caller, id);
        UUID booker = session.booking(bookingId).institutionId();
        UUID offerer = session.offer().institutionId();
        UUID own = permits(caller, session.association(), booker) ? booker : offerer;
        Institution office = office(caller, own);
        ExpectedVersion.checkIfSent(expected, session.version());
        SharedSession cancelled = session.cancelled(bookingId, caller.name(), clock.instant(), reason);
        keep(
                caller,
                cancelled,
                "shared-session.booking-cancelled",
                office,
                Map.of("booking", bookingId, "reason", reason));
        tell(cancelled, "session-booking-cancelled", own.equals(booker) ? offerer : booker);
        return cancelled;
    }

    /** The offerer cancels the whole session. */
    public SharedSession cancel(Caller caller, UUID id, @Nullable ExpectedVersion expected, String reason) {
        SharedSession session = locked(caller, id);
        Institution offerer = office(caller, session.offer().institutionId());
        ExpectedVersion.checkIfSent(expected, session.version());
        SharedSession cancelled = session.cancelled(caller.name(), clock.instant(), reason);
        keep(caller, cancelled, "shared-session.cancelled", offerer, Map.of("reason", reason));
        session.bookings().stream()
                .filter(SessionBooking::takesPlaces)
                .map(SessionBooking::institutionId)
                .distinct()
                .forEach(booker -> tell(cancelled, "session-cancelled", booker));
        return cancelled;
    }

    private SharedSession locked(Caller caller, UUID id) {
        return sessions.lock(caller.association(), id)
                .orElseThrow(() -> Refusal.notFound("shared-session.unknown", id));
    }

    private Institution office(Caller caller, UUID institutionId) {
        Institution institution = institutions
                .find(caller.association(), institutionId)
                .orElseThrow(() ->
                        Refusal.invalid("institution.unknown", institutionId).at("/institutionId"));
        caller.require(institution.code(), OFFICERS);
        return institution;
    }

    private boolean permits(Caller caller, UUID association, UUID institutionId) {
        return institutions
                .find(association, institutionId)
                .filter(one -> caller.scope(OFFICERS).permits(one.code()))
                .isPresent();
    }

    private void keep(
            Caller caller, SharedSession changed, String action, Institution office, Map<String, Object> detail) {
        sessions.update(changed);
        announce(caller, changed, action, office, detail);
    }

    private void announce(
            Caller caller, SharedSession session, String action, Institution office, Map<String, Object> detail) {
        outbox.publish(SharedSessionChanged.of(session));
        audit.record(AuditRecord.of(caller, action, "shared-session", session.id(), office.code(), detail));
    }

    private void tell(SharedSession session, String kind, UUID institutionId) {
        String code = institutions
                .find(session.association(), institutionId)
                .map(Institution::code)
                .orElseThrow();
        notifications.tell(
                session.association(),
                Notice.of(
                        kind,
                        "shared-session",
                        session.id(),
                        session.offer().specialty(),
                        AssociationZone.dayOf(session.offer().startsAt())),
                Recipient.role(Role.HR_OFFICER, code));
    }
}
