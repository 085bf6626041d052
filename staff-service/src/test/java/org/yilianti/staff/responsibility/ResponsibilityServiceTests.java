package org.yilianti.staff.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R11: leading group, management office, institution, named responsible person, full-time or part-time. */
@ServiceTest
class ResponsibilityServiceTests {

    private static final String UNITS = "/v1/responsibility-units";

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void aHospitalAndTwoCentres() {
        registry = Registry.empty(port);
        List.of("H01", "T01", "T02").forEach(registry::institution);
        first = registry.physicianAt(1, "T01");
        second = registry.physicianAt(2, "T02");
    }

    private Answer establish(String level, Object parent, String institution, Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "level",
                level,
                "institutionCode",
                institution,
                "name",
                level + " " + institution,
                "validFrom",
                "2026-01-01"));
        if (parent instanceof UUID) {
            body.put("parentId", parent);
        }
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return registry.hr().post(UNITS, body);
    }

    private Answer name(UUID unit, UUID person, String duty, boolean fullTime, String from) {
        return registry.hr()
                .post(
                        UNITS + "/" + unit + "/namings",
                        Map.of("memberId", person, "duty", duty, "fullTime", fullTime, "validFrom", from));
    }

    private UUID unitOf(String institution) {
        UUID group = created(establish("leading-group", "", "H01"));
        UUID office = created(establish("management-office", group, "H01"));
        return created(establish("institution", office, institution));
    }

    private List<String> gaps(LocalDate day) {
        return registry.hr()
                .get(UNITS + "/gaps?asOf=" + day)
                .json()
                .path("items")
                .valueStream()
                .map(gap -> gap.path("institutionCode").asString() + " "
                        + gap.path("unit").asBoolean())
                .toList();
    }

    @Test
    void theTreeLeadsFromTheLeadingGroupToANamedPersonAndSaysWhereItDoesNot_R11() {
        UUID unit = unitOf("T01");
        assertThat(gaps(today)).containsExactly("H01 false", "T01 true", "T02 false");
        Answer named = name(unit, first, "head", false, "2026-01-01");
        assertThat(named.status()).as(named.body()).isEqualTo(201);
        assertThat(gaps(today)).containsExactly("H01 false", "T02 false");
        JsonNode tree = registry.hr().get(UNITS).json().path("items");
        assertThat(tree).hasSize(3);
        JsonNode leaf = registry.hr()
                .get(UNITS + "?level=institution&institution=T01")
                .json()
                .path("items")
                .path(0);
        JsonNode head = leaf.path("responsible").path(0);
        assertThat(head.path("memberId").asString()).isEqualTo(first.toString());
        assertThat(head.path("fullTime").asBoolean()).isFalse();
        String office = leaf.path("parentId").asString();
        String group =
                registry.hr().get(UNITS + "/" + office).json().path("parentId").asString();
        assertThat(registry.hr().get(UNITS + "/" + group).json().path("level").asString())
                .isEqualTo("leading-group");
        assertThat(registry.hr().get(UNITS + "?asOf=2025-12-31").json().path("items"))
                .isEmpty();
    }

    @Test
    void anInstitutionThatHasLeftTheAssociationIsNoGap_R11() {
        TestApi admin = registry.as(Role.ASSOCIATION_ADMIN, "*");
        UUID period = created(admin.post(
                "/v1/institution-memberships",
                Map.of("institutionCode", "T02", "joinedOn", "2020-01-01", "reason", "a")));
        admin.post(
                "/v1/institution-memberships/" + period + "/endings",
                Map.of("leftOn", today.toString(), "reason", "a"));
        assertThat(gaps(today.minusDays(1))).contains("T02 false");
        assertThat(gaps(today)).doesNotContain("T02 false");
    }

    @Test
    void eachUnitStandsUnderTheLevelAboveAndThereIsOneOfEachInstitution_R11() {
        assertThat(establish("institution", "", "T01").body()).contains("responsibility-parent-unfit");
        UUID unit = unitOf("T01");
        String office =
                registry.hr().get(UNITS + "/" + unit).json().path("parentId").asString();
        assertThat(establish("leading-group", "", "T02").code()).isEqualTo("responsibility.unit-exists");
        assertThat(establish("institution", UUID.fromString(office), "T01").code())
                .isEqualTo("responsibility.unit-exists");
        assertThat(establish("institution", unit, "T02").body()).contains("responsibility-parent-unfit");
        assertThat(establish("institution", UUID.fromString(office), "T02", "validFrom", "2025-01-01")
                        .body())
                .as("before its office stood")
                .contains("responsibility-parent-unfit");
        assertThat(establish("board", "", "T99", "validFrom", "x").body())
                .contains("/level", "unknown-value", "/institutionCode", "/validFrom");
        assertThat(registry.hr()
                        .put(UNITS + "/" + unit, Map.of("name", "防保科"), "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(registry.hr()
                        .put(UNITS + "/" + unit, Map.of("name", "防保办"), "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whoIsNamedFitsTheUnitAndNobodyIsFullTimeTwice_R11() {
        UUID unit = unitOf("T01");
        UUID group = UUID.fromString(registry.hr()
                .get(UNITS + "?level=leading-group")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
        assertThat(name(unit, second, "head", true, "2026-01-01").body())
                .contains("/memberId", "responsibility-not-appointed");
        created(name(unit, first, "head", true, "2026-01-01"));
        assertThat(name(unit, first, "officer", false, "2026-02-01").body())
                .contains("/memberId", "responsibility-named");
        assertThat(name(group, first, "head", true, "2026-01-01").body())
                .contains("/fullTime", "responsibility-full-time");
        created(name(group, first, "deputy", false, "2026-01-01"));
        created(name(group, second, "head", false, "2026-01-01"));
        UUID third = registry.physicianAt(3, "H01");
        assertThat(name(group, third, "head", false, "2026-03-01").body()).contains("/duty", "responsibility-has-head");
        assertThat(name(group, third, "officer", false, "2025-01-01").body())
                .contains("/validFrom", "outside-unit-term");
        assertThat(name(group, UUID.randomUUID(), "officer", false, "2026-01-01")
                        .body())
                .contains("/memberId", "unknown-member");
    }

    @Test
    void anotherHeadFollowsWhenTheFirstIsReleasedAndAUnitEndsLast_R11() {
        UUID unit = unitOf("T01");
        UUID naming = created(name(unit, first, "head", true, "2026-01-01"));
        UUID third = registry.physicianAt(3, "T01");
        Map<String, Object> end = Map.of("validTo", "2026-06-01", "reason", "调岗");
        assertThat(registry.hr().post(UNITS + "/" + unit + "/dissolutions", end).code())
                .isEqualTo("responsibility.still-used");
        String ending = UNITS + "/" + unit + "/namings/" + naming + "/endings";
        assertThat(registry.hr().post(ending, end).json().path("validTo").asString())
                .isEqualTo("2026-06-01");
        assertThat(registry.hr().send("POST", ending, end).status()).isEqualTo(412);
        assertThat(registry.hr().post(ending, end).body()).contains("ends-already");
        UUID next = created(name(unit, third, "head", false, "2026-06-01"));
        String after = UNITS + "/" + unit + "/namings/" + next + "/endings";
        registry.hr().post(after, Map.of("validTo", "2026-09-01", "reason", "撤并"));
        Map<String, Object> gone = Map.of("validTo", "2026-09-01", "reason", "撤并");
        assertThat(registry.hr()
                        .post(UNITS + "/" + unit + "/dissolutions", gone)
                        .status())
                .isEqualTo(200);
        assertThat(registry.hr()
                        .get(UNITS + "?asOf=2026-07-01&institution=T01")
                        .json()
                        .path("items")
                        .path(0)
                        .path("responsible")
                        .path(0)
                        .path("memberId")
                        .asString())
                .isEqualTo(third.toString());
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=responsibility.released")
                        .body())
                .contains(naming.toString());
    }

    @Test
    void anOfficeBuildsAndSeesOnlyWhatBelongsToItsInstitution_R11() {
        UUID unit = unitOf("T01");
        TestApi other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.get(UNITS).json().path("items")).isEmpty();
        assertThat(other.get(UNITS + "/" + unit).status()).isEqualTo(404);
        assertThat(other.get(UNITS + "/gaps").body()).contains("\"T02\"").doesNotContain("\"T01\"");
        assertThat(other.post(
                                UNITS + "/" + unit + "/namings",
                                Map.of("memberId", first, "duty", "head", "fullTime", true, "validFrom", "2026-01-01"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(
                                UNITS,
                                Map.of(
                                        "level",
                                        "leading-group",
                                        "institutionCode",
                                        "T01",
                                        "name",
                                        "a",
                                        "validFrom",
                                        "2026-01-01"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMergerKeepsWhatSomebodyAnswersForAndTheCopyOfOnesOwnDataShowsIt_R11() {
        UUID unit = unitOf("T01");
        created(name(unit, first, "head", true, "2026-01-01"));
        TestApi person = new TestApi(port)
                .as(TestCaller.named("S00001")
                        .with(Role.STAFF, "*")
                        .staffNo("S00001")
                        .of(registry.association()))
                .inLanguage("en");
        assertThat(person.get("/v1/my/registry-records").body()).contains("Responsibility for public health");
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(4, "registeredAt", "T01")));
        Answer merged = registry.hr()
                .post("/v1/members/" + twin + "/mergers", Map.of("duplicateId", first, "reason", "same person"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(registry.hr()
                        .get(UNITS + "/" + unit)
                        .json()
                        .path("responsible")
                        .path(0)
                        .path("memberId")
                        .asString())
                .isEqualTo(twin.toString());
    }

    @Test
    void howeverManyNameOneAtOnceAUnitHasOneHead_R11() throws Exception {
        UUID unit = unitOf("T01");
        List<UUID> people = IntStream.range(10, 14)
                .mapToObj(number -> registry.physicianAt(number, "T01"))
                .toList();
        try (ExecutorService offices = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = people.stream()
                    .map(person -> offices.submit(() ->
                            name(unit, person, "head", false, "2026-01-01").status()))
                    .toList();
            int named = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 422);
                named += answer.get() == 201 ? 1 : 0;
            }
            assertThat(named).isEqualTo(1);
        }
    }
}
