package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.rotation.directory.AssociationZone;

/** Reminds, escalates and expires what nobody answers; a row is held by one replica at a time and acted upon once. */
@Component
@Transactional
class CalendarManagement {

    private static final int BATCH = 50;

    private final PracticeApplications applications;
    private final ApplicationBook book;
    private final Clock clock;

    CalendarManagement(PracticeApplications applications, ApplicationBook book, Clock clock) {
        this.applications = applications;
        this.book = book;
        this.clock = clock;
    }

    /** Acts on a batch of what is due; whether there was anything. */
    boolean act() {
        List<PracticeApplication> due = applications.lockDue(AssociationZone.dayOf(clock.instant()), BATCH);
        due.forEach(application -> {
            PracticeApplication overtaken = application.overtaken(clock.instant());
            if (overtaken.version() == application.version()) {
                applications.settleTurn(application);
            } else {
                book.keep(overtaken);
            }
        });
        return !due.isEmpty();
    }
}
