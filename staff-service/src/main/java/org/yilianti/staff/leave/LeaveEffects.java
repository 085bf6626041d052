package org.yilianti.staff.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.Sight;

/** Tells on the day itself that a leave begins or is over, when that was recorded ahead. */
@Component
class LeaveEffects implements AgendaWork {

    private final LeaveRepository leaves;
    private final MemberDirectory members;
    private final Agenda agenda;
    private final Outbox outbox;
    private final AssociationCalendar calendar;

    LeaveEffects(
            LeaveRepository leaves,
            MemberDirectory members,
            Agenda agenda,
            Outbox outbox,
            AssociationCalendar calendar) {
        this.leaves = leaves;
        this.members = members;
        this.agenda = agenda;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    /** Body of the event; its schema is {@code contracts/events/staff.leave-took-effect.v1}. */
    record LeaveTookEffect(
            UUID id, UUID associationId, UUID leaveId, UUID memberId, String kind, LocalDate effectiveOn) {}

    /** Plans the coming days on which it begins or ends. */
    void plan(Leave leave) {
        LocalDate today = calendar.today();
        LocalDate from = leave.days().from();
        LocalDate to = leave.days().to();
        List<AgendaItem> items = new ArrayList<>();
        if (from.isAfter(today)) {
            items.add(new AgendaItem(leave.association(), name(), leave.id(), from));
        }
        if (to != null && to.isAfter(today)) {
            items.add(new AgendaItem(leave.association(), name(), leave.id(), to));
        }
        agenda.plan(items);
    }

    @Override
    public String name() {
        return "leave-effect";
    }

    /** Whatever was corrected meanwhile: only what is believed of that day, once the holder is locked, counts. */
    @Override
    public void fallsDue(AgendaItem item) {
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        leaves.believed(item.association(), item.subject())
                .flatMap(leave -> members.hold(item.association(), everybody, leave.member()))
                .flatMap(held -> leaves.believed(item.association(), item.subject()))
                .ifPresent(leave -> tell(leave, item.dueOn()));
    }

    private void tell(Leave leave, LocalDate day) {
        if (day.equals(leave.days().from())) {
            tell(leave, "began", day);
        }
        if (day.equals(leave.days().to())) {
            tell(leave, "ended", day);
        }
    }

    private void tell(Leave leave, String kind, LocalDate day) {
        if (leaves.first(leave, kind, day)) {
            UUID id = Ids.next();
            UUID member = leave.member().value();
            outbox.publish(OutboxEvent.fact(
                    "staff.leave-effects",
                    "staff.leave-took-effect.v1",
                    leave.association(),
                    member,
                    id,
                    new LeaveTookEffect(id, leave.association(), leave.id(), member, kind, day)));
        }
    }
}
