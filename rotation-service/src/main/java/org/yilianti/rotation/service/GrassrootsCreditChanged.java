package org.yilianti.rotation.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.grassroots-credit-changed.v1}: what one member has served at county level or below. */
record GrassrootsCreditChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        long days,
        long minutes,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    static OutboxEvent of(GrassrootsCredit credit) {
        return OutboxEvent.state(
                "rotation.grassroots-credits",
                "rotation.grassroots-credit-changed.v1",
                credit.association(),
                credit.memberId(),
                credit.version(),
                new GrassrootsCreditChanged(
                        credit.memberId(),
                        credit.association(),
                        credit.version(),
                        credit.memberId(),
                        credit.days(),
                        credit.minutes(),
                        credit.firstDay(),
                        credit.lastDay()));
    }
}
