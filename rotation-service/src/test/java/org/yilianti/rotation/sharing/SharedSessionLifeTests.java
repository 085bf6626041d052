package org.yilianti.rotation.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;

/** Sessions of specialists over the API (M12): offered, booked under contention, confirmed, cancelled. */
@ServiceTest
class SharedSessionLifeTests {

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(48, ChronoUnit.HOURS);
    private TestRotation rotation;
    private String offerer = "";
    private String booker = "";
    private UUID offererId = new UUID(0, 0);
    private UUID bookerId = new UUID(0, 0);
    private UUID specialist = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aSpecialistOfAHospital() {
        rotation = new TestRotation(port, events);
        number++;
        offerer = "SH" + number;
        booker = "SH" + number + "T";
        offererId = rotation.staff.institution(offerer);
        bookerId = rotation.staff.institution(booker);
        specialist = rotation.staff.physician("SH%04d".formatted(number), offererId);
        licence = rotation.staff.licence(specialist);
        rotation.awaitInstitution(offererId);
        rotation.awaitInstitution(bookerId);
        rotation.awaitDecision(specialist, offererId, "2026-10-01", true);
    }

    @Test
    void aSessionIsOfferedBookedConfirmedAndAnnounced() {
        String session = offer(offer(4, false));
        String bookings = session + "/bookings";
        TestApi.Answer booked = book(rotation.hostOf(booker), bookings, bookerId, 2);
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        String booking = bookings + "/" + booked.id();
        assertThat(rotation.hostOf(booker)
                        .post(booking + "/confirmations", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(rotation.hostOf(offerer)
                        .post(booking + "/confirmations", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("confirmed");
        assertThat(rotation.hostOf("ELSEWHERE").get(bookings).json().path("items"))
                .isEmpty();
        assertThat(rotation.hostOf("ELSEWHERE")
                        .get("/v1/shared-sessions?free=true&institution=" + offererId)
                        .json()
                        .path("items")
                        .path(0)
                        .path("free")
                        .asInt())
                .isEqualTo(2);
        UUID id = UUID.fromString(session.substring(session.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.bodies("rotation.shared-sessions", id))
                        .hasSize(3)
                        .allSatisfy(body -> EventContract.assertValid("rotation.shared-session-changed.v1", body)));
    }

    @Test
    void ofManyWhoBookAtOnceOnlyAsManyGetAPlaceAsThereAre() throws Exception {
        String bookings = offer(offer(3, false)) + "/bookings";
        List<Callable<Integer>> rush = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(
                        one -> () -> book(rotation.hr(), bookings, bookerId, 1).status())
                .toList();
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(6)) {
            answers = threads.invokeAll(rush).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(9);
        assertThat(rotation.hr().get(bookings).json().path("items")).hasSize(3);
    }

    @Test
    void aSpecialistWhoMayNotPractiseThereIsNeitherOfferedNorBooked() {
        String visiting = offer(offer(1, true)) + "/bookings";
        assertThat(book(rotation.hostOf(booker), visiting, bookerId, 1).code())
                .as("no agreement with the booker")
                .isEqualTo("shared-session.unlawful");
        Map<String, Object> later = offer(4, false);
        later.put("startsAt", start.plus(30, ChronoUnit.HOURS).toString());
        later.put("endsAt", start.plus(34, ChronoUnit.HOURS).toString());
        String own = offer(later) + "/bookings";
        TestApi.Answer before = book(rotation.hostOf(booker), own, bookerId, 1);
        assertThat(before.status()).as(before.body()).isEqualTo(201);
        Map<String, @Nullable Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", "2026-10-19");
        rotation.staff.licence(licence, 2, specialist, suspended);
        rotation.awaitDecision(specialist, offererId, "2026-10-19", false);
        assertThat(book(rotation.hostOf(booker), own, bookerId, 1).body())
                .contains("shared-session.unlawful")
                .contains("licence-suspended");
        assertThat(rotation.hostOf(offerer)
                        .post(own + "/" + before.id() + "/confirmations", Map.of())
                        .body())
                .as("what was booked while it was lawful is not confirmed any more")
                .contains("shared-session.unlawful")
                .contains("licence-suspended");
        Map<String, Object> another = offer(4, false);
        another.put("startsAt", start.plus(60, ChronoUnit.HOURS).toString());
        another.put("endsAt", start.plus(64, ChronoUnit.HOURS).toString());
        assertThat(rotation.hostOf(offerer).post("/v1/shared-sessions", another).code())
                .isEqualTo("shared-session.unlawful");
    }

    @Test
    void aSpecialistHasOneSessionAtATimeAndOnlyTheirInstitutionOffersThem() {
        offer(offer(4, false));
        assertThat(rotation.hostOf(offerer)
                        .post("/v1/shared-sessions", offer(4, false))
                        .code())
                .isEqualTo("shared-session.specialist-busy");
        assertThat(rotation.hostOf(booker)
                        .post("/v1/shared-sessions", offer(4, false))
                        .status())
                .isEqualTo(403);
        Map<String, Object> inverted = offer(4, false);
        inverted.put("endsAt", start.toString());
        assertThat(rotation.hostOf(offerer)
                        .post("/v1/shared-sessions", inverted)
                        .code())
                .isEqualTo("shared-session.times");
    }

    @Test
    void aCancelledSessionEndsItsBookings() {
        String session = offer(offer(4, false));
        book(rotation.hostOf(booker), session + "/bookings", bookerId, 2);
        assertThat(rotation.hostOf(offerer)
                        .post(session + "/cancellations", Map.of("reason", "ill"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(rotation.hostOf(booker)
                        .get(session + "/bookings")
                        .json()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(book(rotation.hostOf(booker), session + "/bookings", bookerId, 1)
                        .code())
                .isEqualTo("shared-session.cancelled");
    }

    private String offer(Map<String, Object> body) {
        TestApi.Answer answer = rotation.hostOf(offerer).post("/v1/shared-sessions", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "/v1/shared-sessions/" + answer.id();
    }

    private Map<String, Object> offer(int capacity, boolean visiting) {
        return new HashMap<>(Map.of(
                "institutionId",
                offererId,
                "memberId",
                specialist,
                "specialty",
                "cardiology",
                "place",
                "门诊三楼",
                "visiting",
                visiting,
                "startsAt",
                start.toString(),
                "endsAt",
                start.plus(4, ChronoUnit.HOURS).toString(),
                "capacity",
                capacity));
    }

    private static TestApi.Answer book(TestApi caller, String path, UUID institution, int places) {
        return caller.post(path, Map.of("institutionId", institution, "places", places));
    }
}
