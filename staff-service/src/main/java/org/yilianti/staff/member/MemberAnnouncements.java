package org.yilianti.staff.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Members whose appointments changed, with what is believed of all their appointments now. */
    void reappointed(Collection<Member> members, Function<MemberId, List<Appointment>> believed) {
        outbox.publish(members.stream()
                .map(member -> member.announcement(believed.apply(member.id())))
                .toList());
    }

    /** Members who changed, after all changes were written. */
    void changed(Collection<Member> members) {
        Map<MemberId, List<Appointment>> believed =
                appointments.believedOf(members.stream().map(Member::id).toList());
        reappointed(members, member -> believed.getOrDefault(member, List.of()));
    }
}
