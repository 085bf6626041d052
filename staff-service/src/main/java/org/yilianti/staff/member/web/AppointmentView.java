package org.yilianti.staff.member.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.Recording;

/** An appointment as it is shown; supersededAt is null while it is believed. */
record AppointmentView(
        UUID id,
        int revision,
        UUID memberId,
        UUID institutionId,
        String institutionCode,
        String externalId,
        @Nullable String department,
        String post,
        BigDecimal fte,
        boolean main,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason,
        @Nullable Instant supersededAt) {

    static AppointmentView of(Appointment appointment) {
        AppointmentDetails details = appointment.details();
        Recording recording = appointment.recording();
        return new AppointmentView(
                appointment.id().value(),
                appointment.revision(),
                appointment.member().value(),
                appointment.institution().value(),
                details.institutionCode(),
                details.externalId(),
                details.department(),
                details.post(),
                details.fte(),
                details.main(),
                details.valid().from(),
                details.valid().to(),
                recording.at(),
                recording.by(),
                recording.reason(),
                recording.supersededAt());
    }
}
