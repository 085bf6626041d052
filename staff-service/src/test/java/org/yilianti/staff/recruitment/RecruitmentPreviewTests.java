package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;
import static org.yilianti.staff.recruitment.RecruitmentDesk.today;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R8: what a ranking would be before it is made, and campaigns that nobody ends. */
@ServiceTest
class RecruitmentPreviewTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AlertWorker alerts;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private RecruitmentDesk desk = new RecruitmentDesk(registry);
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void aCampaignOfACentre() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        id = desk.published("T01", List.of(position(desk.line("T01", 9), "openings", 2)));
    }

    private UUID candidate(int number, double paper, double interview) {
        UUID application = desk.eligible(id, number);
        ok(desk.score(application, paper, interview));
        return application;
    }

    private JsonNode preview(String query) {
        return ok(desk.hr().get(CAMPAIGNS + id + "/ranking-preview" + query)).json();
    }

    private static List<String> applications(JsonNode lines) {
        return lines.path("items")
                .valueStream()
                .map(line -> line.path("applicationId").asString())
                .toList();
    }

    @Test
    void aPreviewShowsTheRankingThatWouldBeMadeAndWritesNothing_R8() {
        UUID first = candidate(1, 70, 80);
        UUID second = candidate(2, 90, 80);
        created(desk.apply(id, 3));
        JsonNode shown = preview("");
        assertThat(applications(shown)).containsExactly(second.toString(), first.toString());
        assertThat(shown.path("undecided").asInt()).isEqualTo(1);
        assertThat(shown.path("items").path(0).path("effect").asString()).isEqualTo("by-rank");
        JsonNode page = preview("?limit=1");
        assertThat(applications(preview("?limit=1&after=" + page.path("next").asString())))
                .containsExactly(first.toString());
        assertThat(ok(desk.hr().get(CAMPAIGNS + id)).json().path("state").asString())
                .isEqualTo("published");
        assertThat(ok(desk.hr().get(CAMPAIGNS + id + "/ranking")).json().path("items"))
                .isEmpty();
        ok(desk.score(first, 100, 100));
        assertThat(applications(preview(""))).containsExactly(first.toString(), second.toString());
    }

    @Test
    void whatWasPreviewedIsWhatIsRankedAndAfterThatThereIsNoPreview_R8() {
        candidate(1, 70, 80);
        candidate(2, 90, 80);
        candidate(3, 90, 80);
        List<String> previewed = applications(preview(""));
        desk.closeApplications(jdbc, id);
        ok(desk.rank(id));
        assertThat(applications(ok(desk.hr().get(CAMPAIGNS + id + "/ranking")).json()))
                .isEqualTo(previewed);
        assertThat(desk.hr().get(CAMPAIGNS + id + "/ranking-preview").code()).isEqualTo("recruitment.state");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get(CAMPAIGNS + id + "/ranking-preview")
                        .status())
                .isEqualTo(404);
        assertThat(registry.as(Role.EVALUATOR, "*")
                        .get(CAMPAIGNS + id + "/ranking-preview")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode openAlerts() {
        alerts.lookAt(registry.association());
        return registry.hr().get("/v1/alerts?kind=recruitment-open").json().path("items");
    }

    private void beginsIn(int days) {
        jdbc.sql("update recruitment_campaign set apply_from = ?, apply_until = ?, starts_on = ? where id = ?")
                .params(today().minusDays(9), today().minusDays(8), today().plusDays(days), Ids.bytes(id))
                .update();
    }

    @Test
    void theOfficeIsToldOfACampaignThatStaysOpenBeyondItsEndUntilItIsOver_R8() {
        assertThat(openAlerts()).isEmpty();
        beginsIn(-3);
        assertThat(openAlerts()).singleElement().satisfies(alert -> {
            assertThat(alert.path("subjectId").asString()).isEqualTo(id.toString());
            assertThat(alert.path("leadDays").asInt()).isZero();
        });
        ok(desk.act(desk.officer(), CAMPAIGNS + id, "cancellations", Map.of("reason", "nobody came")));
        assertThat(openAlerts()).isEmpty();
    }

    @Test
    void howLongBeforeIsTheAssociationsOwnPolicy_R8() {
        beginsIn(10);
        assertThat(openAlerts().path(0).path("leadDays").asInt()).isEqualTo(14);
        Map<String, Object> settings =
                Map.of("noticeDays", 7, "answerDays", 10, "retentionMonths", 12, "openLeadDays", List.of(5));
        Answer proposed = registry.as(Role.ASSOCIATION_ADMIN, "*")
                .post(
                        "/v1/policies/staff/recruitment/proposals",
                        Map.of("validFrom", today().toString(), "reason", "too early", "settings", settings));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        TestApi second = new TestApi(port)
                .as(TestCaller.named("second").with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()));
        ok(second.post("/v1/policies/staff/proposals/" + proposed.id() + "/approvals", Map.of()));
        assertThat(openAlerts()).isEmpty();
    }
}
