package org.yilianti.staff.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.alert.Alert.Matter;

/** An alert changed: its whole public state; the schema is {@code contracts/events/staff.alert-changed.v1}. */
record AlertChanged(
        UUID id,
        UUID associationId,
        long version,
        String kind,
        String subjectType,
        UUID subjectId,
        @Nullable UUID memberId,
        UUID institutionId,
        LocalDate dueOn,
        int leadDays,
        String status,
        Instant raisedAt) {

    static AlertChanged of(Alert alert) {
        Matter matter = alert.matter();
        return new AlertChanged(
                alert.id(),
                alert.association(),
                alert.version(),
                matter.kind(),
                matter.subjectType(),
                matter.subject(),
                matter.member(),
                alert.office().id().value(),
                matter.dueOn(),
                alert.leadDays(),
                alert.status(),
                alert.raisedAt());
    }
}
