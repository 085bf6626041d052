package org.yilianti.rotation.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.AssociationZone;

/** What the calendar does to an application nobody answers: a reminder, then escalation, then expiry; the latest that is due, once. */
record Overdue(LocalDate today, Decider calendar) {

    static Overdue at(Instant now) {
        return new Overdue(
                AssociationZone.dayOf(now), new Decider(PracticeApplication.CALENDAR, null, Map.of(), List.of(), now));
    }

    PracticeApplication apply(PracticeApplication application) {
        Progress progress = application.progress();
        if (!application.state().pending()) {
            return application;
        }
        if (come(progress.expireOn())) {
            return application
                    .with(progress.closed())
                    .step(ApplicationState.EXPIRED, StepAction.EXPIRED, calendar, null);
        }
        if (come(progress.dueOn())) {
            return application
                    .with(progress.raised())
                    .step(application.state(), StepAction.ESCALATED, calendar, String.valueOf(progress.dueOn()));
        }
        return come(progress.remindOn())
                ? application
                        .with(progress.reminded())
                        .step(application.state(), StepAction.REMINDED, calendar, String.valueOf(progress.dueOn()))
                : application;
    }

    private boolean come(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today);
    }
}
