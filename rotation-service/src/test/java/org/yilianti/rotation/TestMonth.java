package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;

/**
 * A hospital and a township centre with physicians, nurses, a cardiologist of the hospital who practises at the centre by agreement,
 * and their demand for October 2026, which includes a dental clinic that nobody can hold.
 */
public final class TestMonth {

    private static int number;

    public final TestRotation rotation;
    public final String hospitalCode;
    public final String centreCode;
    public final UUID hospital;
    public final UUID centre;
    public final UUID cardiologist;
    public final UUID licence;
    public final List<UUID> people = new ArrayList<>();

    public TestMonth(TestRotation rotation) {
        this.rotation = rotation;
        int run = ++number;
        hospitalCode = "RH" + run;
        centreCode = "RT" + run;
        hospital = rotation.staff.institution(hospitalCode);
        centre = rotation.staff.institution(centreCode);
        for (int index = 0; index < 8; index++) {
            people.add(
                    employ("R%d-P%02d".formatted(run, index), hospital, "physician", "clinical", "internal-medicine"));
            people.add(employ("R%d-N%02d".formatted(run, index), hospital, "nurse", "nursing", "nursing"));
        }
        for (int index = 0; index < 4; index++) {
            people.add(employ("R%d-T%02d".formatted(run, index), centre, "physician", "clinical", "general-practice"));
        }
        cardiologist = rotation.staff.member("R%d-C".formatted(run), hospital, Map.of("specialty", "cardiology"));
        licence = rotation.staff.licence(cardiologist);
        people.add(cardiologist);
        rotation.awaitInstitution(hospital);
        rotation.awaitInstitution(centre);
        people.forEach(person -> rotation.awaitDecision(
                person,
                people.indexOf(person) < 16 || person.equals(cardiologist) ? hospital : centre,
                "2026-10-01",
                true));
        rotation.filed(cardiologist, hospitalCode, centre, centreCode);
    }

    private UUID employ(String staffNo, UUID site, String category, String licenceCategory, String specialty) {
        UUID person = rotation.staff.member(staffNo, site, Map.of("category", category, "specialty", specialty));
        Map<String, @Nullable Object> kind = new HashMap<>();
        kind.put("kind", category);
        kind.put("category", licenceCategory);
        rotation.staff.licence(person, kind);
        return person;
    }

    public void stateDemand() {
        List<String> week = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
        List<String> workdays = week.subList(0, 5);
        state(
                hospital,
                List.of(
                        shift("PD", "08:00", 480, "physician", null, workdays, 2, 3),
                        shift("PN", "00:00", 480, "physician", null, week, 1, 1),
                        shift("ND", "08:00", 480, "nurse", null, week, 2, 2),
                        shift("NE", "16:00", 480, "nurse", null, week, 1, 1)));
        state(
                centre,
                List.of(
                        shift("PD", "08:00", 480, "physician", null, workdays, 2, 2),
                        shift("XC", "13:30", 240, "physician", "cardiology", List.of("TUE", "THU"), 1, 1),
                        shift("XK", "08:00", 240, "physician", "dentistry", List.of("SAT"), 1, 1)));
    }

    private void state(UUID site, List<Map<String, @Nullable Object>> shifts) {
        TestApi.Answer answer = rotation.scheduler()
                .post("/v1/duty-demands", Map.of("institutionId", site, "month", "2026-10", "shifts", shifts));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** What a scheduler may state as demand of a site. */
    public Map<String, Object> demandOf(UUID site) {
        List<Map<String, @Nullable Object>> shifts =
                List.of(shift("PD", "08:00", 480, "physician", null, List.of("MON"), 1, 1));
        return Map.of("institutionId", site, "month", "2026-12", "shifts", shifts);
    }

    private static Map<String, @Nullable Object> shift(
            String code,
            String start,
            int minutes,
            String category,
            @Nullable String specialty,
            List<String> weekdays,
            int minimum,
            int desired) {
        Map<String, @Nullable Object> shift = new HashMap<>();
        shift.put("code", code);
        shift.put("name", code);
        shift.put("start", start);
        shift.put("minutes", minutes);
        shift.put("night", start.equals("00:00"));
        shift.put("category", category);
        shift.put("specialty", specialty);
        shift.put("weekdays", weekdays);
        shift.put("minimum", minimum);
        shift.put("desired", desired);
        return shift;
    }

    /** Has a plan solved; gives it as a draft. */
    public JsonNode draft() {
        return draft(List.of(hospital, centre));
    }

    /** Has a plan for these sites solved. */
    public JsonNode draft(List<UUID> sites) {
        TestApi.Answer requested = rotation.scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-10", "institutionIds", sites, "seconds", 1, "seed", 20_261_001L));
        assertThat(requested.status()).as(requested.body()).isEqualTo(202);
        return awaitSolved(requested.id());
    }

    public JsonNode awaitSolved(UUID plan) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !List.of("queued", "solving").contains(status(plan)));
        JsonNode solved = rotation.scheduler().get("/v1/roster-plans/" + plan).json();
        assertThat(solved.path("status").asString()).as("%s", solved).isEqualTo("draft");
        return solved;
    }

    private String status(UUID plan) {
        return rotation.scheduler()
                .get("/v1/roster-plans/" + plan)
                .json()
                .path("status")
                .asString();
    }

    public TestApi.Answer publish(String plan) {
        return rotation.scheduler().post("/v1/roster-plans/" + plan + "/publications", "{}");
    }

    /** The duties in force at a site that somebody has. */
    public List<JsonNode> duties(UUID site) {
        return duties(site, "assigned");
    }

    /** The duties in force at a site in this status. */
    public List<JsonNode> duties(UUID site, String status) {
        return TestRotation.all(
                rotation.scheduler(),
                "/v1/duties?limit=200&from=2026-10-01&to=2026-11-01&institution=" + site + "&status=" + status);
    }
}
