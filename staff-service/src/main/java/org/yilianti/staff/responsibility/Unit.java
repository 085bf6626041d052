package org.yilianti.staff.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * A unit of the tree.
 *
 * @param parent a unit of the level above; null at the top
 * @param institution that it is part of, or that hosts it
 */
public record Unit(
        UUID id,
        UUID association,
        long version,
        Level level,
        @Nullable UUID parent,
        InstitutionRef institution,
        String name,
        DatePeriod valid,
        Instant recordedAt,
        String recordedBy) {

    static Unit established(
            UUID association,
            Level level,
            @Nullable UUID parent,
            InstitutionRef institution,
            String name,
            DatePeriod valid,
            Instant at,
            String by) {
        return new Unit(Ids.next(), association, 1, level, parent, institution, name, valid, at, by);
    }

    /** Under another name; the same when it says nothing new. */
    Unit renamed(String other) {
        return other.equals(name) ? this : next(other, valid);
    }

    /** Ends on a day; refuses (422) one outside its period. */
    Unit dissolved(LocalDate end) {
        return next(name, Term.endedAt(valid, end));
    }

    /** Refuses (409) a day on which it does not stand. */
    void requireStanding(LocalDate day) {
        if (!valid.contains(day)) {
            throw Refusal.conflict("responsibility.unit-ended", name, day);
        }
    }

    private Unit next(String called, DatePeriod during) {
        return new Unit(
                id, association, version + 1, level, parent, institution, called, during, recordedAt, recordedBy);
    }

    /** The public state. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.responsibility-units",
                "staff.responsibility-unit-changed.v1",
                association,
                id,
                version,
                new UnitChanged(
                        id,
                        association,
                        version,
                        level.code(),
                        parent,
                        institution.id().value(),
                        name,
                        valid.from(),
                        valid.to()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.responsibility-unit-changed.v1}. */
    record UnitChanged(
            UUID id,
            UUID associationId,
            long version,
            String level,
            @Nullable UUID parentId,
            UUID institutionId,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
