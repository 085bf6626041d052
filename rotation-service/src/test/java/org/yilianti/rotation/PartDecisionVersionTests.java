package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;

/** M3, M4, M10, M12, G5: as {@link DecisionVersionTests}, for what is decided about a part of something, or only once. */
@ServiceTest
class PartDecisionVersionTests {

    private static final String ID = "([0-9a-f-]{36})";

    /** A decision, where what it decides on is kept, and what happens to that meanwhile. */
    private enum Decided {
        AMENDMENT(
                "/amendments/" + ID + "/(consents|refusals|withdrawals)",
                "practice_agreement_amendment",
                "version = 2"),
        OVERRIDE("/overrides/" + ID + "/(consents|refusals|withdrawals)", "incident_override", "version = 2"),
        BOOKING(
                "/shared-sessions/" + ID + "/bookings/[^/]+/(confirmations|cancellations)",
                "shared_session",
                "version = version + 1"),
        SESSION("/shared-sessions/" + ID + "/(cancellations|bookings)", "shared_session", "version = version + 1"),
        RECORD(
                "/service-records/" + ID + "/(confirmations|disputes|resolutions)",
                "service_record",
                "version = version + 1"),
        CHECK_IN("/check-ins/" + ID + "/(check-outs)", "check_in", "left_at = now(6), open_member = null"),
        DELEGATION("/practice-delegations/" + ID + "/(revocations)", "practice_delegation", "revoked_at = now(6)");

        private final Pattern path;
        private final String table;
        private final String change;

        Decided(String path, String table, String change) {
            this.path = Pattern.compile(".*" + path);
            this.table = table;
            this.change = change;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestMonth month;

    @BeforeEach
    void twoSites() {
        month = new TestMonth(new TestRotation(port, events));
    }

    @Test
    void aDecisionOnWhatHasChangedSinceItWasReadIsRefusedAndChangesNothing() {
        List<Example> examples = new ArrayList<>(RiskExamples.of(month.rotation, month));
        examples.addAll(SharingExamples.of(month.rotation, month));
        examples.addAll(decisions(record(), Map.of("reason", "r", "outcome", "accepted"), "confirmations", "disputes"));
        examples.addAll(decisions(record(), Map.of("reason", "r", "outcome", "accepted"), "resolutions"));
        examples.addAll(decisions("/v1/check-ins/" + checkIn().id(), Map.of(), "check-outs"));
        examples.addAll(decisions("/v1/practice-delegations/" + delegation().id(), Map.of(), "revocations"));
        for (Decided decided : Decided.values()) {
            List<Example> about = examples.stream()
                    .filter(example -> decided.path.matcher(example.path()).matches())
                    .toList();
            assertThat(about).as("%s", decided).isNotEmpty();
            about.forEach(example -> assertStale(decided, example));
        }
    }

    @Test
    void theVersionThatWasReadIsGoodEnoughAndIsToldAgain() {
        Answer given = delegation();
        assertThat(given.header("ETag")).isEqualTo("\"1\"");
        Answer revoked = all().send("POST", "/v1/practice-delegations/" + given.id() + "/revocations", Map.of());
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(revoked.header("ETag")).isEqualTo("\"2\"");
        assertThat(revoked.json().path("version").asLong()).isEqualTo(2);
        Answer arrived = checkIn();
        assertThat(arrived.header("ETag")).isEqualTo("\"1\"");
        assertThat(all().send("POST", "/v1/check-ins/" + arrived.id() + "/check-outs", Map.of())
                        .status())
                .isEqualTo(200);
        Answer disputed = all().send("POST", record() + "/disputes", Map.of("reason", "test"));
        assertThat(disputed.status()).as(disputed.body()).isEqualTo(200);
        assertThat(disputed.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void bookingsGoWithTheVersionOfTheirSession() {
        String session = SharingExamples.of(month.rotation, month).stream()
                .map(Example::path)
                .filter(path -> path.endsWith("/bookings"))
                .findFirst()
                .orElseThrow();
        assertThat(all().get(session).header("ETag")).as("offered, then booked").isEqualTo("\"2\"");
        Answer more = month.rotation
                .hostOf(month.centreCode)
                .post(session, Map.of("institutionId", month.centre, "places", 2));
        assertThat(more.header("ETag")).isEqualTo("\"3\"");
        Answer confirmed = all().post(session + "/" + more.id() + "/confirmations", Map.of());
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.header("ETag")).isEqualTo("\"4\"");
    }

    private void assertStale(Decided decided, Example example) {
        Matcher matcher = decided.path.matcher(example.path());
        assertThat(matcher.matches()).isTrue();
        byte[] id = Ids.bytes(UUID.fromString(matcher.group(1)));
        jdbc.update("update " + decided.table + " set " + decided.change + " where id = ?", id);
        Map<String, Object> before = row(decided, id);
        Answer answer = all().send("POST", example.path(), example.body());
        assertThat(answer.status()).as(example.path() + ": " + answer.body()).isEqualTo(412);
        assertThat(row(decided, id)).usingRecursiveComparison().isEqualTo(before);
    }

    private Map<String, Object> row(Decided decided, byte[] id) {
        return jdbc.queryForMap("select * from " + decided.table + " where id = ?", (Object) id);
    }

    private static List<Example> decisions(String path, Map<String, Object> body, String... verbs) {
        return List.of(verbs).stream()
                .map(verb -> Example.refused("POST", path + "/" + verb, body))
                .toList();
    }

    /** A record of service that somebody else reported. */
    private String record() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
        Map<String, Object> item = Map.of(
                "sourceId", UUID.randomUUID().toString(),
                "memberId", month.people.get(16),
                "institutionId", month.centre,
                "kind", "duty",
                "startedAt", end.minus(4, ChronoUnit.HOURS).toString(),
                "endedAt", end.toString());
        return "/v1/service-records/"
                + month.rotation
                        .his()
                        .post("/v1/service-records", Map.of("items", List.of(item)))
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
    }

    private Answer checkIn() {
        return month.rotation
                .his()
                .post(
                        "/v1/check-ins",
                        Map.of(
                                "memberId",
                                month.people.get(17),
                                "institutionId",
                                month.centre,
                                "kind",
                                "duty",
                                "at",
                                Instant.now().minus(3, ChronoUnit.HOURS).toString()));
    }

    private Answer delegation() {
        return all().post(
                        "/v1/practice-delegations",
                        Map.of(
                                "delegate", "substitute",
                                "institutionCode", month.centreCode,
                                "validFrom", "2026-10-01",
                                "validTo", "2027-10-01"));
    }

    private TestApi all() {
        return new TestApi(port)
                .as(TestCaller.named("all")
                        .with(Role.SCHEDULER, "*")
                        .with(Role.HR_OFFICER, "*")
                        .with(Role.REGISTRAR, "*")
                        .with(Role.ASSOCIATION_ADMIN, "*")
                        .with(Role.STAFF, "*")
                        .staffNo("NOBODY"));
    }
}
