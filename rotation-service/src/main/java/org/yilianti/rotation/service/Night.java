package org.yilianti.rotation.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.yilianti.rotation.directory.AssociationZone;

/** When service counts as night work: at least a half of it between 22:00 and 06:00. */
final class Night {

    private static final LocalTime BEGINS = LocalTime.of(22, 0);
    private static final LocalTime ENDS = LocalTime.of(6, 0);

    private Night() {}

    static boolean covers(Instant startedAt, Instant endedAt) {
        Duration atNight = Duration.ZERO;
        LocalDate last = AssociationZone.dayOf(endedAt);
        for (LocalDate eve = AssociationZone.dayOf(startedAt).minusDays(1); !eve.isAfter(last); eve = eve.plusDays(1)) {
            Instant begins = eve.atTime(BEGINS).atZone(AssociationZone.ZONE).toInstant();
            Instant ends =
                    eve.plusDays(1).atTime(ENDS).atZone(AssociationZone.ZONE).toInstant();
            Instant from = startedAt.isAfter(begins) ? startedAt : begins;
            Instant to = endedAt.isBefore(ends) ? endedAt : ends;
            if (from.isBefore(to)) {
                atNight = atNight.plus(Duration.between(from, to));
            }
        }
        return atNight.multipliedBy(2).compareTo(Duration.between(startedAt, endedAt)) >= 0;
    }
}
