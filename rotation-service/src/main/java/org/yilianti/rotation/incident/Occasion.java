package org.yilianti.rotation.incident;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.sharing.SharedSession;

/**
 * Work in which an incident occurred.
 *
 * @param places the institutions where it took place; a visiting session may be booked by several
 * @param pointer where in a request it is named
 */
record Occasion(UUID memberId, Set<UUID> places, Instant from, Instant to, String pointer) {

    static Occasion of(ServiceContent service) {
        return new Occasion(
                service.memberId(),
                Set.of(service.institutionId()),
                service.startedAt(),
                service.endedAt(),
                "/serviceRecordId");
    }

    static Occasion of(SharedSession session) {
        return new Occasion(
                session.offer().memberId(),
                session.places(),
                session.offer().startsAt(),
                session.offer().endsAt(),
                "/sharedSessionId");
    }

    /** Whether it was work under this agreement. */
    boolean under(PracticeAgreement agreement) {
        return agreement.memberId().equals(memberId) && places.contains(agreement.hostInstitutionId());
    }

    /** Refuses (422) a time outside it. */
    void requireWithin(Instant at) {
        if (at.isBefore(from) || at.isAfter(to)) {
            throw Refusal.invalid("incident.outside-service", at, from, to).at("/occurredAt");
        }
    }
}
