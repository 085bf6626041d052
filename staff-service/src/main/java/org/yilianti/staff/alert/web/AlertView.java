package org.yilianti.staff.alert.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.alert.Alert;
import org.yilianti.staff.alert.Alert.Acknowledgement;
import org.yilianti.staff.alert.Alert.Matter;

/** An alert as it is shown, its text in the reader's language. */
record AlertView(
        UUID id,
        long version,
        String kind,
        String message,
        String subjectType,
        UUID subjectId,
        @Nullable UUID memberId,
        String institutionCode,
        LocalDate dueOn,
        int leadDays,
        String status,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable String note) {

    static AlertView of(Alert alert, ProblemFactory texts, Locale locale) {
        Matter matter = alert.matter();
        Optional<Acknowledgement> acknowledged = Optional.ofNullable(alert.acknowledged());
        return new AlertView(
                alert.id(),
                alert.version(),
                matter.kind(),
                texts.text("alert." + matter.kind(), new Object[] {matter.dueOn()}, locale),
                matter.subjectType(),
                matter.subject(),
                matter.member(),
                alert.office().code(),
                matter.dueOn(),
                alert.leadDays(),
                alert.status(),
                alert.raisedAt(),
                acknowledged.map(Acknowledgement::by).orElse(null),
                acknowledged.map(Acknowledgement::note).orElse(null));
    }
}
