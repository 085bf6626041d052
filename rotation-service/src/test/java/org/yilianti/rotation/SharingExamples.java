package org.yilianti.rotation;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about shared sessions, which only the offerer and those who book change. */
final class SharingExamples {

    private SharingExamples() {}

    static List<Example> of(TestRotation rotation, TestMonth month) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(72, ChronoUnit.HOURS);
        Map<String, Object> offer = Map.of(
                "institutionId",
                month.hospital,
                "memberId",
                month.cardiologist,
                "specialty",
                "cardiology",
                "place",
                "room 3",
                "startsAt",
                start.toString(),
                "endsAt",
                start.plus(2, ChronoUnit.HOURS).toString(),
                "capacity",
                9);
        String session = "/v1/shared-sessions/"
                + rotation.hostOf(month.hospitalCode)
                        .post("/v1/shared-sessions", offer)
                        .id();
        Map<String, Object> booking = Map.of("institutionId", month.centre, "places", 1);
        String booked = session + "/bookings/"
                + rotation.hostOf(month.centreCode)
                        .post(session + "/bookings", booking)
                        .id();
        Map<String, Object> reason = Map.of("reason", "test");
        String name = "/v1/shared-sessions/{id}";
        return List.of(
                refused("POST /v1/shared-sessions", "/v1/shared-sessions", offer),
                refused("POST " + name + "/bookings", session + "/bookings", booking),
                refused("POST " + name + "/bookings/{bookingId}/confirmations", booked + "/confirmations", Map.of()),
                refused("POST " + name + "/bookings/{bookingId}/cancellations", booked + "/cancellations", reason),
                refused("POST " + name + "/cancellations", session + "/cancellations", reason));
    }
}
