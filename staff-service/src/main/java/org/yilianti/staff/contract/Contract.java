package org.yilianti.staff.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;

/**
 * One belief about a contract.
 *
 * @param revision 1 for the first belief; a correction or an end is the next
 * @param renews the contract that this one continues
 */
public record Contract(
        UUID id,
        int revision,
        UUID association,
        MemberId member,
        InstitutionRef employer,
        ContractDetails details,
        @Nullable UUID renews,
        Recording recording) {

    static Contract made(
            UUID association,
            MemberId member,
            InstitutionRef employer,
            ContractDetails details,
            @Nullable UUID renews,
            Recording recording) {
        return new Contract(Ids.next(), 1, association, member, employer, details, renews, recording);
    }

    /** The next belief; the same when it says nothing new. */
    Contract corrected(ContractDetails changed, Recording when) {
        return changed.equals(details) ? this : next(member, changed, when);
    }

    /** The same contract of the person as whom its holder goes on. */
    Contract movedTo(MemberId person, Recording when) {
        return next(person, details, when);
    }

    private Contract next(MemberId person, ContractDetails changed, Recording when) {
        return new Contract(id, revision + 1, association, person, employer, changed, renews, when.after(recording));
    }

    /** Why it cannot end on {@code end}; empty when it can. */
    Optional<Fault> objectionToEnd(LocalDate end) {
        LocalDate known = details.valid().to();
        if (!end.isAfter(details.valid().from())) {
            return Optional.of(new Fault(
                    "validTo", "period-inverted", List.of(details.valid().from(), end)));
        }
        return known == null || end.isBefore(known)
                ? Optional.empty()
                : Optional.of(new Fault("validTo", "ends-already", List.of(known)));
    }

    /** This belief, given up at a time. */
    Contract superseded(Recording by) {
        return new Contract(
                id,
                revision,
                association,
                member,
                employer,
                details,
                renews,
                recording.superseded(by.after(recording).at()));
    }

    /** The public state: neither the number of the paper nor why. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.contracts",
                "staff.contract-changed.v1",
                association,
                id,
                revision,
                new ContractChanged(
                        id,
                        association,
                        revision,
                        member.value(),
                        employer.id().value(),
                        details.kind().code(),
                        details.valid().from(),
                        details.valid().to(),
                        renews));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.contract-changed.v1}. */
    record ContractChanged(
            UUID id,
            UUID associationId,
            long version,
            UUID memberId,
            UUID institutionId,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID renewsId) {}
}
