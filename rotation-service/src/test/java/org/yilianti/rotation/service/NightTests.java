package org.yilianti.rotation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.yilianti.rotation.directory.AssociationZone;

class NightTests {

    @Test
    void theSmallHoursAreNight() {
        assertThat(Night.covers(at("2026-10-05T00:00"), at("2026-10-05T08:00"))).isTrue();
    }

    @Test
    void exactlyOneHalfIsEnoughAndAMinuteLessIsNot() {
        assertThat(Night.covers(at("2026-10-05T18:00"), at("2026-10-06T02:00"))).isTrue();
        assertThat(Night.covers(at("2026-10-05T17:58"), at("2026-10-06T01:58"))).isFalse();
    }

    @Test
    void theEveningIsNotNight() {
        assertThat(Night.covers(at("2026-10-05T16:00"), at("2026-10-06T00:00"))).isFalse();
    }

    @Test
    void bothNightsOfALongServiceCount() {
        assertThat(Night.covers(at("2026-10-05T03:00"), at("2026-10-06T03:00"))).isFalse();
        assertThat(Night.covers(at("2026-10-04T22:00"), at("2026-10-05T12:00"))).isTrue();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AssociationZone.ZONE).toInstant();
    }
}
