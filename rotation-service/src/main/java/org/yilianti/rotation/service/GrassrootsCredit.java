package org.yilianti.rotation.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has served at county level or below, as far as hosts have confirmed it.
 *
 * @param version rises with every change
 * @param days days with enough confirmed minutes
 * @param minutes on those days
 * @param firstDay null while there is none
 * @param lastDay null while there is none
 */
public record GrassrootsCredit(
        UUID memberId,
        UUID association,
        long version,
        long days,
        long minutes,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    static GrassrootsCredit none(UUID association, UUID memberId) {
        return new GrassrootsCredit(memberId, association, 0, 0, 0, null, null);
    }

    boolean sameAs(GrassrootsCredit other) {
        return after(other.version).equals(other);
    }

    GrassrootsCredit after(long known) {
        return new GrassrootsCredit(memberId, association, known, days, minutes, firstDay, lastDay);
    }
}
