package org.yilianti.staff.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;

/** Tells others how changed members stand now, with all appointments believed. */
@Component
class MemberAnnouncements {

    private final Outbox outbox;
    private final AppointmentRepository appointments;

    MemberAnnouncements(Outbox outbox, AppointmentRepository appointments) {
        this.outbox = outbox;
        this.appointments = appointments;
    }

    /** Members of whom nobody has heard and who have no appointment yet. */
    void registered(Collection<Member> members) {
        outbox.publish(
                members.stream().map(member -> member.announcement(List.of())).toList());
    }

    /** Members who changed, after all changes were written. */
    void changed(Collection<Member> members) {
        Map<MemberId, List<Appointment>> believed =
                appointments.believedOf(members.stream().map(Member::id).toList());
        outbox.publish(members.stream()
                .map(member -> member.announcement(believed.getOrDefault(member.id(), List.of())))
                .toList());
    }
}
