package org.yilianti.staff.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.AppointmentBook.Held;

/** Makes a record, and those that go on as it, say no longer who the person was; in the transaction of the caller. */
@Component
public class Forgetting {

    private final MemberRepository members;
    private final AppointmentBook book;
    private final MemberAnnouncements announcements;
    private final Clock clock;

    Forgetting(MemberRepository members, AppointmentBook book, MemberAnnouncements announcements, Clock clock) {
        this.members = members;
        this.book = book;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whoever it was. */
    public record Identity(
            String staffNo,
            String name,
            @Nullable String nameLatin,
            LocalDate birthDate,
            String nationalId,
            @Nullable String phone) {

        static Identity of(Member member) {
            MemberDetails details = member.details();
            Phone phone = details.phone();
            return new Identity(
                    details.staffNo(),
                    details.name(),
                    details.nameLatin(),
                    details.birthDate(),
                    details.nationalId().value(),
                    phone == null ? null : phone.value());
        }
    }

    /**
     * Locks a member and gives the day on which the last appointment ended; empty without any.
     *
     * <p>Refuses (404) a member out of the editor's scope, (409) one whose record is closed or who has a present or coming appointment.
     */
    public Optional<LocalDate> departure(Editor editor, MemberId id, LocalDate today) {
        Held held = book.hold(editor, id);
        if (held.believed().stream().anyMatch(appointment -> appointment.presentOrComing(today))) {
            throw Refusal.conflict(
                    "erasure.still-appointed", held.member().details().staffNo());
        }
        return held.believed().stream()
                .flatMap(appointment ->
                        Optional.ofNullable(appointment.details().valid().to()).stream())
                .max(LocalDate::compareTo);
    }

    /** Erases a member whose {@link #departure} the caller has established in the same transaction; gives what was erased. */
    public List<Identity> forget(Editor editor, MemberId id) {
        Member member = book.hold(editor, id).member();
        List<Member> known = new ArrayList<>(List.of(member));
        known.addAll(members.lockMergedInto(member));
        List<Member> erased = known.stream().map(Member::erased).toList();
        members.update(erased);
        members.markErased(erased, clock.instant());
        announcements.changed(erased);
        return known.stream().map(Identity::of).toList();
    }
}
