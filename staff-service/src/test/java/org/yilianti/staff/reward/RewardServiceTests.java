package org.yilianti.staff.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** I10 linked to R9 and R10: what incentive-service rewards or punishes is heard, and taken back when it is revoked. */
@ServiceTest
class RewardServiceTests {

    private static final String TYPE = "incentive.reward-changed.v1";

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID hospital = new UUID(0, 0);
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aPhysicianOfAHospital() {
        registry = Registry.empty(port);
        hospital = created(registry.hr().post("/v1/institutions", Registry.centre("H01")));
        doctor = registry.physicianAt(1, "H01");
    }

    /** Tells it as incentive-service does; {@code member} null for the institution. */
    private void tell(UUID id, long version, UUID member, String measure, String status) {
        String body = """
                {"id":"%s","associationId":"%s","version":%d,"kind":"%s","measure":"%s","basis":"conduct","institutionId":"%s",
                 "memberId":%s,"status":"%s","effectiveAt":"%s"}
                """.formatted(
                        id,
                        registry.association(),
                        version,
                        List.of("warning", "deferral", "deduction").contains(measure) ? "punishment" : "reward",
                        measure,
                        hospital,
                        member.equals(hospital) ? "null" : "\"" + member + "\"",
                        status,
                        Instant.now());
        EventContract.assertValid(TYPE, body);
        events.state("incentive.rewards", TYPE, id, version, body);
    }

    private List<String> measures(UUID member) {
        return registry.hr()
                .get("/v1/members/" + member + "/rewards")
                .json()
                .valueStream()
                .map(one -> one.path("measure").asString())
                .sorted()
                .toList();
    }

    private void awaitMeasures(UUID member, String... expected) {
        await().untilAsserted(() -> assertThat(measures(member)).containsExactly(expected));
    }

    private JsonNode condition(String rule) {
        return registry.hr()
                .get("/v1/members/" + doctor + "/promotion-eligibility")
                .json()
                .path("conditions")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWarningBarsAPromotionUntilItIsRevoked() {
        UUID id = UUID.randomUUID();
        assertThat(condition("punishments").path("met").asBoolean()).isTrue();
        tell(id, 4, doctor, "warning", "effective");
        awaitMeasures(doctor, "warning");
        assertThat(condition("punishments").path("met").asBoolean()).isFalse();
        assertThat(condition("punishments").path("actual").asString()).isEqualTo("warning of " + today);
        assertThat(registry.hr()
                        .inLanguage("zh")
                        .get("/v1/members/" + doctor + "/promotion-eligibility")
                        .body())
                .contains("处分：要求");
        tell(id, 6, doctor, "warning", "revoked");
        awaitMeasures(doctor);
        assertThat(condition("punishments").path("met").asBoolean()).isTrue();
    }

    @Test
    void aCommendationCountsForThePromotion() {
        tell(UUID.randomUUID(), 3, doctor, "commendation", "effective");
        awaitMeasures(doctor, "commendation");
        assertThat(condition("years-in-title").path("required").asString())
                .contains("1 fewer for the commendation of " + today);
    }

    /** Twice, late or not yet in effect: it is heard once, and as it stands. */
    @Test
    void theSameNewsAgainAndOlderNewsChangeNothing() {
        UUID warned = UUID.randomUUID();
        UUID revoked = UUID.randomUUID();
        tell(UUID.randomUUID(), 2, doctor, "deferral", "noticed");
        tell(revoked, 6, doctor, "deduction", "revoked");
        tell(revoked, 4, doctor, "deduction", "effective");
        tell(warned, 4, doctor, "warning", "effective");
        tell(warned, 4, doctor, "warning", "effective");
        tell(warned, 5, doctor, "warning", "effective");
        tell(warned, 3, doctor, "warning", "noticed");
        tell(UUID.randomUUID(), 3, doctor, "bonus", "effective");
        await().untilAsserted(() -> assertThat(measures(doctor)).contains("bonus", "warning"));
        assertThat(measures(doctor)).containsExactly("bonus", "warning");
    }

    /** R10: what a director's results led to is shown with them. */
    @Test
    void aTenureShowsWhatItsDirectorAndInstitutionEarned() {
        LocalDate from = today.minusYears(1);
        UUID tenure = created(registry.hr()
                .post(
                        "/v1/director-tenures",
                        Map.ofEntries(
                                Map.entry("memberId", doctor),
                                Map.entry("institutionCode", "H01"),
                                Map.entry("post", "院长"),
                                Map.entry("termFrom", from.toString()),
                                Map.entry("method", "open-competition"),
                                Map.entry("announcedOn", from.minusDays(60).toString()),
                                Map.entry("candidates", 4),
                                Map.entry("noticeFrom", from.minusDays(20).toString()),
                                Map.entry("noticeTo", from.minusDays(10).toString()),
                                Map.entry(
                                        "targets",
                                        List.of(Map.of("code", "c", "title", "c", "goal", 1, "weight", 1))))));
        UUID colleague = registry.physicianAt(2, "H01");
        tell(UUID.randomUUID(), 3, colleague, "warning", "effective");
        tell(UUID.randomUUID(), 3, hospital, "commendation", "effective");
        tell(UUID.randomUUID(), 3, doctor, "bonus", "effective");
        await().untilAsserted(() -> assertThat(registry.hr()
                        .get("/v1/director-tenures/" + tenure)
                        .json()
                        .path("rewards")
                        .valueStream()
                        .map(one -> one.path("about").asString() + " "
                                + one.path("measure").asString())
                        .toList())
                .containsExactlyInAnyOrder("institution commendation", "person bonus"));
    }

    /** R9: whoever was registered twice keeps the warnings of both records, those that are told later too. */
    @Test
    void aMergerKeepsRewardsAndPunishments() {
        UUID twin = created(registry.hr().post("/v1/members", physician(4)));
        tell(UUID.randomUUID(), 3, twin, "warning", "effective");
        awaitMeasures(twin, "warning");
        assertThat(registry.hr()
                        .post(
                                "/v1/members/" + doctor + "/mergers",
                                Map.of("duplicateId", twin, "reason", "same person"))
                        .status())
                .isEqualTo(200);
        assertThat(measures(doctor)).containsExactly("warning");
        tell(UUID.randomUUID(), 3, twin, "bonus", "effective");
        awaitMeasures(doctor, "bonus", "warning");
    }

    @Test
    void rewardsOfAPersonAreShownToThoseWhoMaySeeThePerson() {
        tell(UUID.randomUUID(), 3, doctor, "bonus", "effective");
        awaitMeasures(doctor, "bonus");
        String path = "/v1/members/" + doctor + "/rewards";
        assertThat(registry.as(Role.HR_OFFICER, "T09").get(path).status()).isEqualTo(404);
        assertThat(registry.as(Role.SCHEDULER, "*").get(path).status()).isEqualTo(403);
    }
}
