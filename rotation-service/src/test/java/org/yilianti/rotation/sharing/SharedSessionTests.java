package org.yilianti.rotation.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;

/** Places of a session are never taken twice (M12). */
class SharedSessionTests {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant START = NOW.plusSeconds(86_400);
    private static final UUID OFFERER = UUID.randomUUID();
    private static final UUID BOOKER = UUID.randomUUID();

    private final SharedSession session = SharedSession.offered(
            UUID.randomUUID(),
            new SessionOffer(
                    OFFERER, UUID.randomUUID(), "cardiology", "room 3", false, START, START.plusSeconds(14_400), 4),
            "offerer");

    @Test
    void placesAreTakenAndGivenBack() {
        SharedSession booked = session.booked(BOOKER, 3, null, "booker", NOW);
        assertThat(booked.free()).isEqualTo(1);
        assertRefused("shared-session.full", () -> booked.booked(BOOKER, 2, null, "booker", NOW));
        UUID booking = booked.bookings().getFirst().id();
        SharedSession cancelled = booked.cancelled(booking, "booker", NOW, "no patients");
        assertThat(cancelled.free()).isEqualTo(4);
        assertRefused("shared-session.booking-state", () -> cancelled.cancelled(booking, "booker", NOW, "again"));
        assertRefused("shared-session.booking-state", () -> cancelled.confirmed(booking, "offerer", NOW));
    }

    @Test
    void whoBookedDoesNotConfirm() {
        SharedSession booked = session.booked(BOOKER, 1, null, "booker", NOW);
        UUID booking = booked.bookings().getFirst().id();
        assertRefused("shared-session.four-eyes", () -> booked.confirmed(booking, "booker", NOW));
        assertThat(booked.confirmed(booking, "offerer", NOW)
                        .bookings()
                        .getFirst()
                        .status())
                .isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aCancelledOrBegunSessionTakesNoBookings() {
        SharedSession cancelled = session.booked(BOOKER, 1, null, "booker", NOW).cancelled("offerer", NOW, "ill");
        assertThat(cancelled.bookings().getFirst().status()).isEqualTo(BookingStatus.CANCELLED);
        assertRefused("shared-session.cancelled", () -> cancelled.booked(BOOKER, 1, null, "booker", NOW));
        assertRefused("shared-session.begun", () -> session.booked(BOOKER, 1, null, "booker", START));
        assertRefused("shared-session.own", () -> session.booked(OFFERER, 1, null, "booker", NOW));
    }

    /** Property: whatever is booked and cancelled, the places taken stay within the capacity and versions rise by one. */
    @Test
    void placesNeverExceedTheCapacity() {
        Random random = new Random(7);
        SharedSession current = session;
        for (int step = 0; step < 2_000; step++) {
            SharedSession before = current;
            try {
                current = random.nextBoolean() || before.bookings().isEmpty()
                        ? before.booked(BOOKER, 1 + random.nextInt(4), null, "booker", NOW)
                        : before.cancelled(
                                before.bookings()
                                        .get(random.nextInt(before.bookings().size()))
                                        .id(),
                                "booker",
                                NOW,
                                "r");
                assertThat(current.version()).isEqualTo(before.version() + 1);
            } catch (Refusal illegal) {
                assertThat(current).isSameAs(before);
            }
            assertThat(current.free()).isBetween(0, 4);
        }
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
