package org.yilianti.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.yilianti.rotation.directory.AssociationZone;

/** A clock that a test sets ahead or back; it goes on from there. Import {@link Wiring} to let a service live by it. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Puts the clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Wiring {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    /** Sets the clock to nine in the morning of {@code day} in the association's time. */
    public void setTo(LocalDate day) {
        Instant wanted = AssociationZone.startOf(day).plus(Duration.ofHours(9));
        ahead.set(Duration.between(Instant.now(), wanted));
    }

    public void advance(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are counted by AssociationZone");
    }
}
