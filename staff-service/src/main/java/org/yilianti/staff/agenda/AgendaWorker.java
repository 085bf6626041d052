package org.yilianti.staff.agenda;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;

/** Follows the calendar: works off what has fallen due. Any number of replicas may run it. */
@Component
public class AgendaWorker {

    private static final Logger log = LoggerFactory.getLogger(AgendaWorker.class);
    private static final int BATCH = 100;

    private final Agenda agenda;
    private final AgendaManagement management;
    private final AssociationCalendar calendar;

    AgendaWorker(Agenda agenda, AgendaManagement management, AssociationCalendar calendar) {
        this.agenda = agenda;
        this.management = management;
        this.calendar = calendar;
    }

    /** Works until nothing is due; what fails is logged, put off and does not hold up the others. */
    @Scheduled(fixedDelayString = "${staff.agenda.poll:1m}")
    public void workOff() {
        boolean more = true;
        while (more) {
            List<UUID> due = agenda.due(calendar.today(), BATCH);
            more = due.stream().filter(this::settled).count() > 0;
        }
    }

    private boolean settled(UUID id) {
        try {
            return management.settle(id);
        } catch (RuntimeException failure) {
            log.error("agenda item {} cannot be done now and is tried again later", id, failure);
            management.postpone(id);
            return false;
        }
    }
}
