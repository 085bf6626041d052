package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.association.AssociationCalendar;

/** Tells on the day itself that an appointment begins or has ended, when that was recorded ahead. */
@Component
class AppointmentEffects implements AgendaWork {

    private final AppointmentRepository appointments;
    private final Agenda agenda;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final AssociationCalendar calendar;

    AppointmentEffects(
            AppointmentRepository appointments,
            Agenda agenda,
            Outbox outbox,
            JdbcClient jdbc,
            AssociationCalendar calendar) {
        this.appointments = appointments;
        this.agenda = agenda;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Body of the event; its schema is {@code contracts/events/staff.appointment-took-effect.v1}. */
    record AppointmentTookEffect(
            UUID id,
            UUID associationId,
            UUID appointmentId,
            UUID memberId,
            UUID institutionId,
            String kind,
            LocalDate effectiveOn) {}

    /** What happens to an appointment on a day. */
    private enum Kind {
        BEGAN,
        ENDED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Plans the coming days on which these begin or end. */
    void plan(UUID association, Collection<Appointment> recorded) {
        LocalDate today = calendar.today();
        List<AgendaItem> items = new ArrayList<>();
        for (Appointment appointment : recorded) {
            LocalDate from = appointment.details().valid().from();
            LocalDate to = appointment.details().valid().to();
            UUID id = appointment.id().value();
            if (from.isAfter(today)) {
                items.add(new AgendaItem(association, name(), id, from));
            }
            if (to != null && to.isAfter(today)) {
                items.add(new AgendaItem(association, name(), id, to));
            }
        }
        agenda.plan(items);
    }

    @Override
    public String name() {
        return "appointment-effect";
    }

    /** Whatever was corrected meanwhile: only what is believed now of that day counts. */
    @Override
    public void fallsDue(AgendaItem item) {
        appointments
                .believed(item.association(), new AppointmentId(item.subject()))
                .ifPresent(appointment -> {
                    if (item.dueOn().equals(appointment.details().valid().from())) {
                        announce(item, appointment, Kind.BEGAN);
                    }
                    if (item.dueOn().equals(appointment.details().valid().to())) {
                        announce(item, appointment, Kind.ENDED);
                    }
                });
    }

    private void announce(AgendaItem item, Appointment appointment, Kind kind) {
        UUID event = Ids.next();
        jdbc.sql("""
                        insert into appointment_effect (appointment_id, kind, effective_on, association_id, event_id) values (?, ?, ?, ?, ?)
                        on duplicate key update kind = kind
                        """)
                .param(appointment.id().bytes())
                .param(kind.code())
                .param(item.dueOn())
                .param(Ids.bytes(item.association()))
                .param(Ids.bytes(event))
                .update();
        if (first(appointment, kind, item.dueOn(), event)) {
            UUID member = appointment.member().value();
            outbox.publish(OutboxEvent.fact(
                    "staff.appointment-effects",
                    "staff.appointment-took-effect.v1",
                    item.association(),
                    member,
                    event,
                    new AppointmentTookEffect(
                            event,
                            item.association(),
                            appointment.id().value(),
                            member,
                            appointment.institution().value(),
                            kind.code(),
                            item.dueOn())));
        }
    }

    /** Whether this event is the one that was kept: an effect is announced once. */
    private boolean first(Appointment appointment, Kind kind, LocalDate day, UUID event) {
        return jdbc.sql(
                        "select event_id from appointment_effect where appointment_id = ? and kind = ? and effective_on = ?")
                .params(appointment.id().bytes(), kind.code(), day)
                .query((row, number) -> Ids.uuid(row.getBytes("event_id")))
                .single()
                .equals(event);
    }
}
