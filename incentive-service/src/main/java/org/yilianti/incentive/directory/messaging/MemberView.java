package org.yilianti.incentive.directory.messaging;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.Member;
import org.yilianti.platform.inbox.Received;

/** What is read of {@code staff.member-changed.v1}. */
record MemberView(
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String category,
        String title,
        @Nullable String sex,
        @Nullable List<AppointmentView> appointments) {

    /** What is read of an appointment. */
    record AppointmentView(
            UUID institutionId, boolean main, @Nullable LocalDate validTo) {}

    static Member member(Received<MemberView> event) {
        MemberView body = event.body();
        return new Member(
                event.aggregate(),
                event.association(),
                event.version(),
                body.staffNo(),
                body.name(),
                body.nameLatin(),
                body.category(),
                body.title(),
                body.sex(),
                body.mainInstitution());
    }

    /** Of the main appointment that does not end, or ends last. */
    private @Nullable UUID mainInstitution() {
        return Objects.requireNonNullElse(appointments, List.<AppointmentView>of()).stream()
                .filter(AppointmentView::main)
                .max(Comparator.comparing(one -> Objects.requireNonNullElse(one.validTo(), LocalDate.MAX)))
                .map(AppointmentView::institutionId)
                .orElse(null);
    }
}
