package org.yilianti.rotation.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time zone in which the association's days begin and end; the database keeps UTC. */
public final class AssociationZone {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AssociationZone() {}

    /** The association's calendar day at {@code time}. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** When {@code day} begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
