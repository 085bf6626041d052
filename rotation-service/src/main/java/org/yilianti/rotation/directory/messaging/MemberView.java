package org.yilianti.rotation.directory.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.MemberState;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/** What is read of {@code staff.member-changed.v1}. */
record MemberView(
        String staffNo,
        String name,
        StaffCategory category,
        Title title,
        @Nullable String specialty,
        @Nullable LocalDate specialtySince,
        boolean institutionHead,
        List<Post> appointments) {

    /** One appointment in the event. */
    record Post(
            UUID id,
            UUID institutionId,
            int ftePercent,
            boolean main,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    static MemberState state(Received<MemberView> event) {
        UUID id = event.aggregate();
        MemberView body = event.body();
        return new MemberState(
                new Member(
                        id,
                        event.association(),
                        body.staffNo,
                        body.name,
                        body.category,
                        body.title,
                        body.specialty,
                        body.specialtySince,
                        body.institutionHead),
                body.appointments.stream()
                        .map(post -> new Appointment(
                                post.id,
                                id,
                                post.institutionId,
                                post.ftePercent,
                                post.main,
                                new DatePeriod(post.validFrom, post.validTo)))
                        .toList());
    }
}
