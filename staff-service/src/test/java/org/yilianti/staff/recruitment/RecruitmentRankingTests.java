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
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R8: one person ranks, another approves, everybody may read and object, and what is upheld is ranked anew. */
@ServiceTest
class RecruitmentRankingTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private UUID line = new UUID(0, 0);

    @BeforeEach
    void aCentreWithVacancies() {
        Registry registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        line = desk.line("T01", 9);
    }

    private UUID campaign(Object... changes) {
        return desk.published("T01", List.of(position(line, changes)));
    }

    private UUID candidate(UUID campaign, int number, double paper, double interview, Object... changes) {
        UUID id = desk.eligible(campaign, number, changes);
        ok(desk.score(id, paper, interview));
        return id;
    }

    private JsonNode ranking(UUID campaign) {
        return ok(desk.hr().get(CAMPAIGNS + campaign + "/ranking")).json().path("items");
    }

    /** R8: the ranking shows every part of a total, the tie rule that decided, and the effect of reserved places. */
    @Test
    void theRankingExplainsEveryPlace() {
        UUID id = campaign("openings", 2, "reservations", List.of(Map.of("ground", "rural-order", "places", 1)));
        UUID first = candidate(id, 1, 90, 80);
        UUID second = candidate(id, 2, 80, 90);
        UUID ordered = candidate(id, 3, 60.5, 70.25, "grounds", List.of("rural-order", "grassroots-graduate"));
        UUID absent = desk.eligible(id, 4);
        created(desk.apply(id, 5));
        Answer open = desk.rank(id);
        assertThat(open.code()).isEqualTo("recruitment.applications-open");
        desk.closeApplications(jdbc, id);
        assertThat(desk.rank(id).code()).isEqualTo("recruitment.undecided");
        UUID fifth = UUID.fromString(desk.hr()
                .get("/v1/recruitment-applications?state=submitted")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
        ok(desk.decide(fifth, false, List.of()));
        assertThat(ok(desk.rank(id)).json().path("state").asString()).isEqualTo("ranked");
        JsonNode lines = ranking(id);
        assertThat(lines)
                .extracting(one -> one.path("applicationId").asString())
                .containsExactly(second.toString(), first.toString(), ordered.toString(), absent.toString());
        assertThat(lines)
                .extracting(one -> one.path("effect").asString())
                .containsExactly("by-rank", "passed-over", "reserved", "not-ranked");
        assertThat(lines.path(1).path("tieRule").asString()).isEqualTo("interview");
        assertThat(lines.path(2).path("preference").asInt()).as("4 + 3, capped").isEqualTo(5);
        assertThat(lines.path(2).path("total").asString()).isEqualTo("70.38");
        assertThat(lines.path(3).path("objection").asString()).isEqualTo("paper-missing");
        assertThat(desk.score(first, 100, 100).code()).as("frozen").isEqualTo("recruitment.state");
        JsonNode page = desk.hr().get(CAMPAIGNS + id + "/ranking?limit=3").json();
        assertThat(desk.hr()
                        .get(CAMPAIGNS + id + "/ranking?limit=3&after="
                                + page.path("next").asString())
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** R8: whoever made a ranking cannot approve it; a stale version or a second approval is refused. */
    @Test
    void aSecondPersonApprovesTheRanking() {
        UUID id = campaign();
        candidate(id, 1, 90, 80);
        desk.closeApplications(jdbc, id);
        Answer early = desk.act(desk.registrar(), CAMPAIGNS + id, "approvals", Map.of());
        assertThat(early.code()).isEqualTo("recruitment.state");
        assertThat(desk.act(desk.officer(), CAMPAIGNS + id, "rankings", Map.of(), "\"1\"")
                        .status())
                .isEqualTo(412);
        ok(desk.rank(id));
        assertThat(desk.act(desk.both(), CAMPAIGNS + id, "approvals", Map.of()).code())
                .isEqualTo("recruitment.own-ranking");
        assertThat(desk.act(desk.officer(), CAMPAIGNS + id, "approvals", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(desk.act(desk.registrar(), CAMPAIGNS + id, "rejections", Map.of())
                        .body())
                .contains("/reason", "required");
        ok(desk.act(desk.registrar(), CAMPAIGNS + id, "rejections", Map.of("reason", "a score was misread")));
        ok(desk.rank(id));
        JsonNode noticed = ok(desk.approve(id)).json();
        assertThat(noticed.path("state").asString()).isEqualTo("notice");
        assertThat(noticed.path("round").asInt()).isEqualTo(2);
        assertThat(noticed.path("noticeTo").asString())
                .as("seven days by the standard policy")
                .isEqualTo(today().plusDays(7).toString());
        assertThat(desk.approve(id).code()).isEqualTo("recruitment.state");
    }

    /** R8: the public notice lasts as long as the association's policy says; terms out of bounds are no policy. */
    @Test
    void theNoticeLastsAsThePolicySays() {
        Map<String, Object> terms = Map.of("noticeDays", 15, "answerDays", 5, "retentionMonths", 6);
        String proposals = "/v1/policies/staff/recruitment/proposals";
        TestApi admin = desk.registry().as(Role.ASSOCIATION_ADMIN, "*");
        Map<String, Object> none = Map.of("noticeDays", 0, "answerDays", 5, "retentionMonths", 6);
        assertThat(admin.post(proposals, Map.of("validFrom", "2026-01-01", "settings", none, "reason", "test"))
                        .code())
                .isEqualTo("policy.recruitment-days-unfit");
        UUID proposal =
                created(admin.post(proposals, Map.of("validFrom", "2026-01-01", "settings", terms, "reason", "test")));
        TestCaller second = TestCaller.named("second")
                .with(Role.ASSOCIATION_ADMIN, "*")
                .of(desk.registry().association());
        ok(new TestApi(port).as(second).post("/v1/policies/staff/proposals/" + proposal + "/approvals", Map.of()));
        UUID id = campaign();
        UUID chosen = candidate(id, 1, 90, 80);
        desk.closeApplications(jdbc, id);
        ok(desk.rank(id));
        assertThat(ok(desk.approve(id)).json().path("noticeTo").asString())
                .isEqualTo(today().plusDays(15).toString());
        desk.endNotice(jdbc, id);
        ok(desk.offer(id));
        assertThat(desk.hr()
                        .get("/v1/recruitment-applications/" + chosen)
                        .json()
                        .path("answerUntil")
                        .asString())
                .isEqualTo(today().plusDays(5).toString());
    }

    private Answer object(UUID campaign, Object... fields) {
        return desk.hr().post(CAMPAIGNS + campaign + "/objections", Map.of(fields[0], fields[1]));
    }

    private Answer settle(UUID objection, boolean upheld) {
        Map<String, Object> body = Map.of("upheld", upheld, "reason", "looked into");
        return desk.act(desk.registrar(), "/v1/recruitment-objections/" + objection, "decisions", body, "\"1\"");
    }

    /** R8: objections are decided by a second person; one that is upheld reopens the ranking, and nothing is offered meanwhile. */
    @Test
    void anUpheldObjectionReopensTheRanking() {
        UUID id = campaign();
        UUID leader = candidate(id, 1, 90, 80);
        UUID other = candidate(id, 2, 80, 80);
        assertThat(object(id, "statement", "too early").code()).isEqualTo("recruitment.state");
        desk.closeApplications(jdbc, id);
        ok(desk.rank(id));
        ok(desk.approve(id));
        UUID idle = created(object(id, "statement", "成绩有疑问"));
        UUID grave = created(
                desk.hr().post(CAMPAIGNS + id + "/objections", Map.of("statement", "学历不实", "applicationId", leader)));
        assertThat(object(id, "applicationId", UUID.randomUUID()).body())
                .contains("/statement", "/applicationId", "recruitment.unknown-application");
        assertThat(desk.offer(id).code()).isEqualTo("recruitment.notice-running");
        desk.endNotice(jdbc, id);
        assertThat(desk.offer(id).code()).isEqualTo("recruitment.objections-open");
        assertThat(object(id, "statement", "too late").code()).isEqualTo("recruitment.notice-over");
        Map<String, Object> own = Map.of("upheld", false, "reason", "x");
        assertThat(desk.act(desk.both(), "/v1/recruitment-objections/" + idle, "decisions", own, "\"1\"")
                        .code())
                .isEqualTo("recruitment.own-objection");
        ok(settle(idle, false));
        assertThat(settle(idle, true).status()).isEqualTo(412);
        assertThat(ok(settle(grave, true)).json().path("state").asString()).isEqualTo("upheld");
        JsonNode reopened = desk.hr().get(CAMPAIGNS + id).json();
        assertThat(reopened.path("state").asString()).isEqualTo("published");
        assertThat(desk.apply(id, 9).code())
                .as("only scores and eligibility")
                .isEqualTo("recruitment.applications-closed");
        ok(desk.decide(leader, false, List.of()));
        ok(desk.rank(id));
        assertThat(ranking(id))
                .extracting(one -> one.path("applicationId").asString())
                .containsExactly(other.toString());
        assertThat(desk.hr()
                        .get("/v1/recruitment-objections?campaign=" + id)
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(desk.registry()
                        .as(Role.HR_OFFICER, "T02")
                        .get("/v1/recruitment-objections")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** R8: the ranking leaves as a sheet in which no name runs as a formula and no number is whole. */
    @Test
    void theSheetIsHarmless() {
        UUID id = campaign();
        candidate(id, 1, 90, 80, "name", "=HYPERLINK(\"http://x\")");
        desk.closeApplications(jdbc, id);
        ok(desk.rank(id));
        Answer sheet = ok(desk.hr().get(CAMPAIGNS + id + "/ranking-sheet"));
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.body())
                .contains("position,institution_code,rank", "'=HYPERLINK", "85.00", "90.00", "by-rank")
                .doesNotContain((String) Registry.physician(1).get("nationalId"));
        assertThat(desk.hr().get(CAMPAIGNS + id + "/ranking-sheet?format=pdf").status())
                .isEqualTo(400);
        assertThat(desk.registry()
                        .as(Role.EVALUATOR, "*")
                        .get(CAMPAIGNS + id + "/ranking-sheet")
                        .status())
                .isEqualTo(403);
    }

    /** R8: an office sees the candidates of its own positions in a joint ranking. */
    @Test
    void anOfficeSeesItsOwnPositionsInAJointRanking() {
        UUID there = desk.line("T02", 1);
        UUID id = desk.published("T01", List.of(position(line), position(there)));
        UUID here = candidate(id, 1, 90, 80);
        UUID theirs = candidate(id, 2, 70, 70, "positionId", desk.position(id, 1));
        desk.closeApplications(jdbc, id);
        ok(desk.rank(id));
        assertThat(ranking(id))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("rank").asInt()).isEqualTo(1));
        assertThat(desk.hr()
                        .get(CAMPAIGNS + id + "/ranking?position=" + desk.position(id, 0))
                        .json()
                        .path("items"))
                .extracting(one -> one.path("applicationId").asString())
                .containsExactly(here.toString());
        var other = desk.registry().as(Role.HR_OFFICER, "T02");
        assertThat(other.get(CAMPAIGNS + id + "/ranking").json().path("items"))
                .extracting(one -> one.path("applicationId").asString())
                .containsExactly(theirs.toString());
        assertThat(other.get(CAMPAIGNS + id + "/ranking-sheet").body())
                .contains("候选人002")
                .doesNotContain("候选人001");
        assertThat(other.get(CAMPAIGNS + campaign() + "/ranking").status()).isEqualTo(404);
    }
}
