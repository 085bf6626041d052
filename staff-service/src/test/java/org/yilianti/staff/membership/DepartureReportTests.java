package org.yilianti.staff.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R1: what has left the association, by itself or by a merger, does not count in reports as of days on which it does not belong. */
@ServiceTest
class DepartureReportTests {

    private static final String PATH = "/v1/institution-memberships";

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID here = new UUID(0, 0);
    private UUID elsewhere = new UUID(0, 0);

    @BeforeEach
    void somebodyAtEachOfTwoCentres() {
        registry = Registry.empty(port);
        List.of("T01", "T02").forEach(registry::institution);
        here = registry.physicianAt(1, "T01");
        elsewhere = registry.physicianAt(2, "T02");
    }

    /** T01 is in the association from 2021 until a day. */
    private void departed(String day, boolean merged) {
        Map<String, Object> joined = Map.of("institutionCode", "T01", "joinedOn", "2021-01-01", "reason", "协议加入");
        UUID id = created(registry.as(Role.ASSOCIATION_ADMIN, "*").post(PATH, joined));
        Map<String, Object> ending = new HashMap<>(Map.of("leftOn", day, "reason", "机构调整"));
        if (merged) {
            created(registry.as(Role.ASSOCIATION_ADMIN, "*")
                    .post(PATH, Map.of("institutionCode", "T02", "joinedOn", "2021-01-01", "reason", "协议加入")));
            ending.put("mergedIntoCode", "T02");
        }
        Answer ended = registry.as(Role.ASSOCIATION_ADMIN, "*").post(PATH + "/" + id + "/endings", ending);
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    }

    private List<JsonNode> items(String path) {
        return registry.hr().get(path).json().path("items").valueStream().toList();
    }

    /** How many people each institution has in the training report of a year; the association as "*". */
    private Map<String, Long> trained(int year) {
        Map<String, Long> people = new HashMap<>();
        items("/v1/training-reports?year=" + year)
                .forEach(item -> people.put(
                        item.path("institutionCode").isNull()
                                ? "*"
                                : item.path("institutionCode").asString(),
                        item.path("people").asLong()));
        return people;
    }

    @Test
    void theTrainingReportCountsWhoBelongsAtTheEndOfTheYear_R1_R7() {
        departed("2024-07-01", true);
        assertThat(trained(2023)).isEqualTo(Map.of("T01", 1L, "T02", 1L, "*", 2L));
        assertThat(trained(2024)).isEqualTo(Map.of("T02", 1L, "*", 1L));
        assertThat(trained(today.getYear())).isEqualTo(Map.of("T02", 1L, "*", 1L));
        assertThat(items("/v1/training-accounts?year=" + today.getYear()))
                .as("people find their accounts as before")
                .hasSize(2);
    }

    @Test
    void nobodyIsAlertedOfCreditsThatPeopleLackAtAnInstitutionThatHasLeft_R1_R7() {
        registry.creditsOf(registry.physicianAt(3, "T01"), today.getYear());
        registry.creditsOf(registry.physicianAt(4, "T02"), today.getYear());
        departed("2024-07-01", false);
        alerts.lookAt(registry.association());
        boolean near = !today.plusDays(90).isBefore(LocalDate.of(today.getYear(), 12, 31));
        assertThat(items("/v1/alerts?kind=credits-lacking"))
                .hasSize(near ? 1 : 0)
                .allMatch(alert -> alert.path("institutionCode").asString().equals("T02"));
    }

    private List<String> echelon(String day) {
        return items("/v1/echelons?asOf=" + day).stream()
                .map(stone -> stone.path("institutionCode").asString())
                .toList();
    }

    @Test
    void theEchelonShowsInstitutionsThatBelongOnTheDay_R1_R9() {
        departed("2024-07-01", true);
        assertThat(echelon("2024-06-30")).containsExactly("T01", "T02");
        assertThat(echelon("2024-07-01")).containsExactly("T02");
        assertThat(echelon("2020-06-01")).as("before they joined").isEmpty();
    }

    private UUID team(String institution) {
        return created(registry.hr()
                .post(
                        "/v1/emergency-teams",
                        Map.of(
                                "institutionCode",
                                institution,
                                "name",
                                "应急队 " + institution,
                                "purpose",
                                "flood",
                                "needs",
                                List.of(Map.of("skill", "triage", "atLeast", 1)),
                                "termFrom",
                                today.toString())));
    }

    private void serves(UUID team, UUID member, String duty) {
        created(registry.hr()
                .post(
                        "/v1/emergency-team-members",
                        Map.of("teamId", team, "memberId", member, "duty", duty, "skills", List.of("triage"))));
    }

    /** What a rule finds in a team: actual of required; nothing for a team that is not reported. */
    private List<String> found(UUID team, String rule) {
        return items("/v1/emergency-teams/findings").stream()
                .filter(finding -> finding.path("team").asString().equals(team.toString()))
                .filter(finding -> finding.path("rule").asString().equals(rule))
                .map(finding -> finding.path("actual").asLong() + " of "
                        + finding.path("required").asLong())
                .toList();
    }

    @Test
    void aTeamIsAsReadyAsThoseWhoBelongToTheAssociationToday_R1_R12() {
        UUID own = team("T02");
        UUID theirs = team("T01");
        serves(own, here, "leader");
        serves(own, elsewhere, "member");
        assertThat(found(own, "members")).containsExactly("2 of 30");
        assertThat(found(own, "employed")).containsExactly("2 of 2");
        assertThat(found(theirs, "members")).containsExactly("0 of 30");
        departed(today.toString(), false);
        assertThat(found(own, "members")).containsExactly("1 of 30");
        assertThat(found(own, "leader")).containsExactly("0 of 1");
        assertThat(found(own, "skill:triage")).containsExactly("1 of 1");
        assertThat(found(own, "ready")).containsExactly("0 of 1");
        assertThat(found(own, "employed")).containsExactly("1 of 2");
        assertThat(found(theirs, "members")).isEmpty();
    }

    @Test
    void aDepartureToComeChangesNothingYet_R1_R12() {
        UUID own = team("T02");
        serves(own, here, "leader");
        departed(today.plusDays(1).toString(), false);
        assertThat(found(own, "leader")).containsExactly("1 of 1");
        assertThat(echelon(today.toString())).containsExactly("T01", "T02");
    }
}
