package org.yilianti.staff.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;

/** Whether people who get another category or title may go on holding what they hold: posts are authorised by both. */
@Component
class PostFit {

    private final AppointmentRepository appointments;
    private final List<AppointmentControl> controls;

    PostFit(AppointmentRepository appointments, List<AppointmentControl> controls) {
        this.appointments = appointments;
        this.controls = controls;
    }

    /** A locked member before and after what an entry says. */
    record Change(Entry entry, Member before, Member after) {

        boolean concernsPosts() {
            return before.details().category() != after.details().category()
                    || before.details().title() != after.details().title();
        }
    }

    /** Faults the entries of those who may not; each is judged with the earlier ones changed. */
    void judge(UUID association, Collection<Change> changes) {
        List<Change> concerned = changes.stream().filter(Change::concernsPosts).toList();
        Map<MemberId, List<Appointment>> held = appointments.believedOf(
                concerned.stream().map(change -> change.after().id()).toList());
        List<InstitutionId> places = held.values().stream()
                .flatMap(List::stream)
                .map(Appointment::institution)
                .distinct()
                .toList();
        if (places.isEmpty()) {
            return;
        }
        List<AppointmentControl.Ledger> ledgers = controls.stream()
                .map(control -> control.open(association, places))
                .toList();
        concerned.forEach(change -> ledgers.forEach(
                ledger -> judge(change, held.getOrDefault(change.after().id(), List.of()), ledger)));
    }

    private static void judge(Change change, List<Appointment> held, AppointmentControl.Ledger ledger) {
        for (Appointment appointment : held) {
            ledger.objection(change.after(), appointment.details(), appointment.id())
                    .ifPresent(fault -> change.entry().fault(new Fault(field(change), fault.code(), fault.args())));
        }
        if (!change.entry().faulty()) {
            held.forEach(appointment -> ledger.taken(change.after(), appointment.details(), appointment.id()));
        }
    }

    private static String field(Change change) {
        boolean category =
                change.before().details().category() != change.after().details().category();
        return category ? "category" : "title";
    }
}
