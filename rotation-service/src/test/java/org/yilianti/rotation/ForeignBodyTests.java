package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** G2, M5 to M10: whoever acts for one institution changes nothing of another by naming it in a body, nor anything that is not known. */
@ServiceTest
class ForeignBodyTests {

    private static final List<String> TABLES = List.of(
            "roster_plan",
            "plan_pin",
            "duty_demand",
            "roster_wish",
            "leave_request",
            "personal_limit",
            "check_in",
            "shared_session",
            "session_booking",
            "rotation_programme",
            "rotation_posting",
            "practice_application",
            "practice_delegation",
            "duty_swap",
            "duty_claim",
            "service_record");

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestWard own;
    private TestWard other;
    private JsonNode ownDuty;
    private JsonNode otherDuty;
    private String ownDraft = "";

    @BeforeEach
    void twoWardsWithRosters() {
        own = new TestWard(new TestRotation(port, events), "junior", "junior");
        other = new TestWard(own.rotation, "junior", "junior");
        own.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        other.state(TestWard.shift("E", "08:00", Map.of("weekdays", List.of("MON"))));
        ownDuty = own.published().getFirst();
        otherDuty = other.published().getFirst();
        ownDraft = "/v1/roster-plans/" + own.solved().path("id").asString();
    }

    @Test
    void nothingOfAnotherInstitutionIsChangedByNamingItInABody() {
        assertRefused(everybodyOf(own.code), requests(other.site, other.code, other.nurses.getFirst(), otherDuty));
    }

    @Test
    void whatNobodyKnowsIsToldToBeUnknown() {
        Map<String, @Nullable Object> unknown = new HashMap<>();
        unknown.put("id", UUID.randomUUID().toString());
        unknown.put("planId", UUID.randomUUID().toString());
        JsonNode duty = JsonMapper.shared().valueToTree(unknown);
        assertRefused(everybodyOf(own.code), requests(UUID.randomUUID(), "NOWHERE", UUID.randomUUID(), duty));
    }

    @Test
    void nothingOfOneAssociationIsFoundByItsIdInAnother() {
        TestApi stranger = new TestApi(port).as(everything("*").of(UUID.randomUUID()));
        assertRefused(
                stranger,
                List.of(
                        post("/v1/roster-plans", plan(own.site)),
                        post("/v1/duty-demands", demand(own.site)),
                        post("/v1/leave-requests", leave(own.nurses.getFirst())),
                        post("/v1/roster-wishes", wish(own.nurses.getFirst(), null, null)),
                        post("/v1/personal-limits", limit(own.nurses.getFirst())),
                        post("/v1/check-ins", arrival(own.site, own.nurses.getFirst())),
                        post("/v1/duty-claims", Map.of("dutyId", id(ownDuty))),
                        post("/v1/shared-sessions", session(own.site, own.nurses.getFirst())),
                        post("/v1/rotation-programmes", programme(own.site, other.site))));
    }

    /** A request to refuse. */
    private record Request(String path, Map<String, ?> body) {}

    private static Request post(String path, Map<String, ?> body) {
        return new Request(path, body);
    }

    /** Requests about one's own that name these of somebody else. */
    private List<Request> requests(UUID site, String code, UUID person, JsonNode duty) {
        UUID mine = own.nurses.getFirst();
        String path = "/v1/duties/" + id(ownDuty);
        Map<String, Object> move = Map.of(
                "dutyId", id(ownDuty), "fromMemberId", ownDuty.path("memberId").asString(), "memberId", person);
        Map<String, Object> also = Map.of("dutyId", id(duty), "memberId", mine);
        return List.of(
                post("/v1/roster-plans", plan(site)),
                post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-10", "institutionIds", List.of(own.site, site), "seconds", 1, "seed", 1)),
                post(
                        ownDraft + "/pins/takeovers",
                        Map.of("planId", duty.path("planId").asString())),
                post("/v1/duty-demands", demand(site)),
                post(path + "/assignments", Map.of("memberId", person)),
                post(path + "/replacements", Map.of("moves", List.of(move))),
                post(path + "/replacements", Map.of("moves", List.of(move, also))),
                post("/v1/roster-wishes", wish(person, null, null)),
                post("/v1/leave-requests", leave(person)),
                post("/v1/personal-limits", limit(person)),
                post("/v1/check-ins", arrival(site, mine)),
                post("/v1/check-ins", arrivalFor(id(duty))),
                post("/v1/shared-sessions", session(site, person)),
                post("/v1/shared-sessions", session(own.site, person)),
                post("/v1/rotation-programmes", programme(own.site, site)),
                post("/v1/rotation-programmes", programme(site, own.site)),
                post("/v1/practice-applications", TestRotation.application(person, own.site)),
                post(
                        "/v1/practice-delegations",
                        Map.of(
                                "delegate", "substitute",
                                "institutionCode", code,
                                "validFrom", "2026-10-01",
                                "validTo", "2027-10-01")),
                post(
                        "/v1/incidents",
                        Map.of("agreementId", UUID.randomUUID(), "severity", "minor", "description", "x")));
    }

    @Test
    void aWishNamesAPlaceAndAShiftThatThereAre() {
        UUID mine = own.nurses.getFirst();
        TestApi scheduler = own.scheduler();
        assertThat(TestRefusals.told(
                        scheduler, caller -> caller.post("/v1/roster-wishes", wish(mine, UUID.randomUUID(), "D"))))
                .isEqualTo("institution.unknown");
        assertThat(TestRefusals.told(scheduler, caller -> caller.post("/v1/roster-wishes", wish(mine, own.site, "X"))))
                .isEqualTo("wish.shift-unknown");
        assertThat(scheduler
                        .post("/v1/roster-wishes", wish(mine, own.site, "D"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobodyIsCheckedInWhoIsNotKnown() {
        assertThat(TestRefusals.told(
                        everybodyOf(own.code),
                        caller -> caller.post("/v1/check-ins", arrival(own.site, UUID.randomUUID()))))
                .isEqualTo("member.unknown");
    }

    /** Each is refused with a code and a sentence in either language, and nothing is written. */
    private void assertRefused(TestApi caller, List<Request> requests) {
        SoftAssertions.assertSoftly(softly -> requests.forEach(request -> {
            Map<String, Long> before = rows();
            Answer answer = caller.post(request.path(), request.body());
            softly.assertThat(answer.status())
                    .as("%s: %s", request, answer.body())
                    .isIn(403, 404, 409, 422);
            softly.check(() -> TestRefusals.told(caller, one -> one.post(request.path(), request.body())));
            softly.assertThat(rows()).as("%s", request).isEqualTo(before);
        }));
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        TABLES.forEach(table -> rows.put(
                table, Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class))));
        return rows;
    }

    private TestApi everybodyOf(String code) {
        return new TestApi(port).as(everything(code));
    }

    private static TestCaller everything(String code) {
        return TestCaller.named("all-" + code)
                .with(Role.SCHEDULER, code)
                .with(Role.HR_OFFICER, code)
                .with(Role.REGISTRAR, code)
                .with(Role.STAFF, code)
                .staffNo("NOBODY");
    }

    private static UUID id(JsonNode row) {
        return TestRoster.id(row);
    }

    private static Map<String, Object> plan(UUID site) {
        return Map.of("month", "2026-10", "institutionIds", List.of(site), "seconds", 1, "seed", 1);
    }

    private static Map<String, Object> demand(UUID site) {
        return Map.of(
                "institutionId", site, "month", "2026-11", "shifts", List.of(TestWard.shift("D", "08:00", Map.of())));
    }

    private static Map<String, Object> leave(UUID person) {
        return Map.of("memberId", person, "kind", "annual", "from", "2026-12-01", "to", "2026-12-02");
    }

    private static Map<String, @Nullable Object> wish(UUID person, @Nullable UUID site, @Nullable String shift) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("memberId", person);
        wish.put("date", "2026-10-20");
        wish.put("wanted", false);
        wish.put("institutionId", site);
        wish.put("shift", shift);
        wish.put("weight", 1);
        return wish;
    }

    private static Map<String, Object> limit(UUID person) {
        return Map.of(
                "memberId",
                person,
                "from",
                "2026-12-01",
                "to",
                "2027-01-01",
                "limits",
                Map.of("weeklyHours", 50),
                "reason",
                "test");
    }

    private static Map<String, Object> arrival(UUID site, UUID person) {
        return Map.of("memberId", person, "institutionId", site, "kind", "duty");
    }

    private Map<String, Object> arrivalFor(UUID duty) {
        Map<String, Object> arrival = new HashMap<>(arrival(own.site, own.nurses.getFirst()));
        arrival.put("dutyId", duty);
        return arrival;
    }

    private static Map<String, Object> session(UUID site, UUID person) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(72, ChronoUnit.HOURS);
        return Map.of(
                "institutionId",
                site,
                "memberId",
                person,
                "specialty",
                "nursing",
                "place",
                "room 3",
                "startsAt",
                start.toString(),
                "endsAt",
                start.plus(2, ChronoUnit.HOURS).toString(),
                "capacity",
                9);
    }

    private static Map<String, Object> programme(UUID place, UUID source) {
        return Map.of(
                "name",
                "test",
                "kind",
                "secondment",
                "from",
                "2028-01",
                "months",
                3,
                "blockMonths",
                3,
                "restMonths",
                0,
                "places",
                List.of(Map.of("institutionId", place, "category", "physician", "posts", 1)),
                "sources",
                List.of(Map.of("institutionId", source, "mostAway", 2)));
    }
}
