package org.yilianti.rotation.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The time zone in which the association's days begin and end; the database keeps UTC. */
public final class AssociationZone {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AssociationZone() {}

    /** The association's calendar day at {@code time}. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** The Monday of the week of {@code day}: hours are counted from Monday to Sunday. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** When {@code day} begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
