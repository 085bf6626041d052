package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** A course changed: its whole public state; the schema is {@code contracts/events/staff.training-programme-changed.v1}. */
record ProgrammeChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID institutionId,
        String kind,
        String title,
        String creditClass,
        BigDecimal credits,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean standing) {

    static OutboxEvent announcement(Programme programme) {
        return OutboxEvent.state(
                "staff.training-programmes",
                "staff.training-programme-changed.v1",
                programme.association(),
                programme.id(),
                programme.version(),
                of(programme));
    }

    private static ProgrammeChanged of(Programme programme) {
        Programme.Details details = programme.details();
        return new ProgrammeChanged(
                programme.id(),
                programme.association(),
                programme.version(),
                programme.institution().id().value(),
                details.kind().code(),
                details.title(),
                details.creditClass().code(),
                details.credits(),
                details.valid().from(),
                details.valid().to(),
                programme.standing());
    }
}
