package org.yilianti.staff.association;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which day it is in the association: facts hold for whole days there. */
@Component
public class AssociationCalendar {

    private final Clock clock;
    private final AssociationSettings settings;

    AssociationCalendar(Clock clock, AssociationSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Which day it was there. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, settings.zone());
    }

    /** The last moment of a day that has passed already: its end, or now. */
    public Instant latestOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        return end.isBefore(clock.instant()) ? end : clock.instant();
    }
}
