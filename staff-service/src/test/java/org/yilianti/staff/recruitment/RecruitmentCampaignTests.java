package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;
import static org.yilianti.staff.recruitment.RecruitmentDesk.today;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.LastConnection;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.Registry;
import org.yilianti.staff.listing.SortOrder;
import tools.jackson.databind.JsonNode;

/** R8: what a campaign offers and by which rules is written by one person, published by another, and stands from then on. */
@ServiceTest
class RecruitmentCampaignTests {

    private static final String LIST = "/v1/recruitment-campaigns";

    @Autowired
    CampaignDirectory campaigns;

    @Autowired
    DataSource source;

    @LocalServerPort
    int port;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private UUID line = new UUID(0, 0);

    @BeforeEach
    void aCentreWithTwoVacancies() {
        Registry registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        line = desk.line("T01", 2);
    }

    private Answer draft(Object... changes) {
        return desk.hr().post(LIST, desk.campaign("T01", List.of(position(line)), changes));
    }

    private Answer draftOf(Map<String, Object> position) {
        return desk.hr().post(LIST, desk.campaign("T01", List.of(position)));
    }

    /** R8: whoever wrote a campaign cannot publish it; what is published does not change. */
    @Test
    void aSecondPersonPublishesAndThenItStands() {
        UUID id = created(draft());
        String path = CAMPAIGNS + id;
        Map<String, Object> other = desk.campaign("T01", List.of(position(line, "openings", 2)), "title", "第二稿");
        assertThat(desk.hr().put(path, other, null).status()).isEqualTo(428);
        JsonNode revised = ok(desk.hr().put(path, other, "\"1\"")).json();
        assertThat(revised.path("title").asString()).isEqualTo("第二稿");
        assertThat(revised.path("positions").path(0).path("openings").asInt()).isEqualTo(2);
        assertThat(desk.hr().put(path, other, "\"1\"").status()).isEqualTo(412);
        assertThat(desk.act(desk.both(), path, "publications", Map.of()).code()).isEqualTo("recruitment.own-campaign");
        assertThat(desk.act(desk.registrar(), path, "publications", Map.of(), "\"1\"")
                        .status())
                .isEqualTo(412);
        JsonNode published =
                ok(desk.act(desk.registrar(), path, "publications", Map.of())).json();
        assertThat(published.path("state").asString()).isEqualTo("published");
        assertThat(published.path("publishedBy").asString()).isEqualTo(Role.REGISTRAR.claim());
        assertThat(desk.hr().put(path, other, "\"3\"").code()).isEqualTo("recruitment.state");
        Answer again = desk.act(desk.registrar(), path, "publications", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("recruitment.state");
    }

    /** R8: many readers at once do not wait for one another. */
    @Test
    void aPageOfCampaignsIsReadWithOneConnection() throws SQLException {
        UUID two = created(
                desk.hr().post(LIST, desk.campaign("T01", List.of(position(line), position(desk.line("T02", 1))))));
        UUID one = created(draft());
        SortOrder order = SortOrder.of(null, Map.of("title", "c.title"), "title", "c.id");
        List<Campaign> read = LastConnection.of(
                source,
                () -> campaigns.list(
                        desk.registry().association(),
                        InstitutionScope.ALL,
                        new CampaignDirectory.Filter(null, null),
                        order,
                        new PageRequest(10, null)));
        assertThat(read.stream().collect(Collectors.toMap(Campaign::id, campaign -> campaign.positions()
                        .size())))
                .isEqualTo(Map.of(two, 2, one, 1));
    }

    /** R8: published rules are sound: weights sum to exactly 1, grounds and tie rules are named once, reserved places exist. */
    @Test
    void rulesThatDoNotHoldTogetherAreRefused() {
        assertThat(draft("paperWeight", 0.6).body()).contains("/paperWeight", "weights-sum", "1.1");
        assertThat(draft("paperWeight", 0.3333, "interviewWeight", 0.6666).body())
                .contains("weights-sum", "0.9999");
        assertThat(draft("paperWeight", 0.33333, "interviewWeight", 0.66667).body())
                .contains("/paperWeight", "too-precise");
        assertThat(draft("paperMinimum", 101, "tieRules", List.of("age")).body())
                .contains("/paperMinimum", "out-of-range", "/tieRules/0", "unknown-value");
        assertThat(draft("tieRules", List.of("paper", "paper")).body()).contains("/tieRules/1", "repeated");
        Map<String, Object> ground = Map.of("code", "a", "title", "a", "points", 1);
        assertThat(draft("grounds", List.of(ground, ground)).body()).contains("/grounds/1/code", "repeated");
        assertThat(draft("applyUntil", today().minusDays(2).toString()).body())
                .contains("/applyUntil", "days-inverted");
        assertThat(draft("startsOn", today().minusDays(1).toString()).body()).contains("/startsOn", "days-inverted");
        assertThat(draft("positions", List.of()).body()).contains("/positions", "required");
        assertThat(draftOf(position(line, "reservations", List.of(Map.of("ground", "rural-order", "places", 2))))
                        .body())
                .contains("/positions/0/reservations", "recruitment.over-reserved");
        assertThat(draftOf(position(line, "reservations", List.of(Map.of("ground", "veteran", "places", 1))))
                        .body())
                .contains("/positions/0/reservations/0/ground", "unknown-value");
        assertThat(draftOf(position(UUID.randomUUID(), "openings", 0, "minEducation", "none"))
                        .body())
                .contains("/positions/0/authorisedPostId", "unknown-post", "/positions/0/openings")
                .contains("/positions/0/minEducation");
    }

    /** R2, R8: no campaign offers a place that the establishment does not have, also when two are published at once. */
    @Test
    void noPlaceIsOfferedTwiceOrBeyondTheEstablishment() throws Exception {
        assertThat(draftOf(position(line, "openings", 3)).body())
                .contains("/positions/0/openings", "recruitment.no-vacancy");
        desk.registry().physicianAt(1, "T01");
        assertThat(draftOf(position(line, "openings", 2)).body()).contains("recruitment.no-vacancy");
        Map<String, Object> twice = desk.campaign("T01", List.of(position(line), position(line, "name", "内科医师")));
        assertThat(desk.hr().post(LIST, twice).body())
                .contains("/positions/1/openings", "recruitment.no-vacancy")
                .doesNotContain("/positions/0/openings");
        UUID first = created(draft());
        UUID second = created(draft());
        try (ExecutorService offices = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = List.of(first, second).stream()
                    .map(id ->
                            offices.submit(() -> desk.act(desk.registrar(), CAMPAIGNS + id, "publications", Map.of())))
                    .toList();
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(draft().body()).contains("recruitment.no-vacancy");
    }

    /** R8: a campaign is seen by who holds it and by whom it has a position for; only the holder changes it. */
    @Test
    void officesSeeTheCampaignsThatConcernThem() {
        UUID there = desk.line("T02", 1);
        UUID id = created(desk.hr().post(LIST, desk.campaign("T01", List.of(position(line), position(there)))));
        UUID own = created(draft("title", "仅本院"));
        TestApi other = desk.registry().as(Role.HR_OFFICER, "T02");
        assertThat(other.get(CAMPAIGNS + id).status()).isEqualTo(200);
        assertThat(other.get(CAMPAIGNS + own).status()).isEqualTo(404);
        assertThat(other.get(LIST).json().path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("id").asString()).isEqualTo(id.toString()));
        assertThat(other.put(CAMPAIGNS + id, desk.campaign("T01", List.of(position(there))), "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(other.post(LIST, desk.campaign("T01", List.of(position(there))))
                        .status())
                .isEqualTo(403);
        assertThat(other.post(LIST, desk.campaign("T02", List.of(position(line))))
                        .body())
                .contains("/positions/0/authorisedPostId", "unknown-post");
        assertThat(desk.registry().as(Role.REGISTRAR, "*").post(LIST, Map.of()).status())
                .isEqualTo(403);
        assertThat(desk.hr().get(LIST + "?state=published").json().path("items"))
                .isEmpty();
        JsonNode page = desk.hr().get(LIST + "?limit=1").json();
        assertThat(page.path("items")).hasSize(1);
        String next = page.path("next").asString();
        assertThat(desk.hr()
                        .get(LIST + "?limit=1&after=" + next)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isNotEqualTo(page.path("items").path(0).path("id").asString());
    }

    /** R8: a draft whose applications are over cannot be published; the refusal is told in the reader's language. */
    @Test
    void whatNobodyCanApplyForIsNotPublished() {
        String yesterday = today().minusDays(1).toString();
        UUID id = created(draft("applyFrom", yesterday, "applyUntil", yesterday));
        Answer late = desk.act(desk.registrar(), CAMPAIGNS + id, "publications", Map.of());
        assertThat(late.code()).isEqualTo("recruitment.applications-closed");
        Answer own = new TestApi(port)
                .as(desk.both())
                .inLanguage("zh")
                .send("POST", CAMPAIGNS + id + "/publications", Map.of());
        assertThat(own.body()).contains("拟定招聘者不能发布该招聘");
    }
}
