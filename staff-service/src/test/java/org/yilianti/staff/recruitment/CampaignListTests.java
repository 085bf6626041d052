package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;

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
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** Campaigns and objections to their rankings leave as files (R8, R13). */
@ServiceTest
class CampaignListTests {

    private static final String LIST = "recruitment-campaigns";
    private static final String OBJECTIONS = "recruitment-objections";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private Registry registry = desk.registry();
    private UUID campaign = new UUID(0, 0);
    private UUID objection = new UUID(0, 0);

    /** One held by a centre with a place at another, ranked and objected to; and a draft of a third. */
    @BeforeEach
    void aRankingThatSomebodyObjectsTo() {
        registry = Registry.empty(port);
        List.of("T01", "T02", "T03").forEach(registry::institution);
        desk = new RecruitmentDesk(registry);
        campaign = desk.published("T01", List.of(position(desk.line("T01", 9)), position(desk.line("T02", 9))));
        UUID candidate = desk.eligible(campaign, 1);
        ok(desk.score(candidate, 90, 80));
        desk.closeApplications(jdbc, campaign);
        ok(desk.rank(campaign));
        ok(desk.approve(campaign));
        Map<String, Object> doubt = Map.of("statement", "学历不实", "applicationId", candidate);
        objection = created(desk.hr().post(CAMPAIGNS + campaign + "/objections", doubt));
        Map<String, Object> draft = desk.campaign("T03", List.of(position(desk.line("T03", 9))));
        created(desk.hr().post("/v1/recruitment-campaigns", draft));
    }

    private String sheet(Role role, String institution, String list) {
        return registry.as(role, institution).get("/v1/exports/" + list).body();
    }

    private void staysOut(String list) {
        String sheet = registry.sheet(list);
        JsonNode job = registry.imported(list, sheet);
        assertThat(job.path("rejected").asLong()).isEqualTo(sheet.lines().count() - 1);
        assertThat(registry.reasons(job)).contains("export-only");
        assertThat(registry.sheet(list)).isEqualTo(sheet);
    }

    @Test
    void campaignsLeaveWithTheirRulesAndHowFarTheyHaveCome_R8_R13() {
        JsonNode shown = desk.hr().get(CAMPAIGNS + campaign).json();
        String notice = shown.path("noticeFrom").asString() + ","
                + shown.path("noticeTo").asString();
        assertThat(registry.sheet(LIST).lines())
                .hasSize(3)
                .anyMatch(row -> row.startsWith(campaign + ",T01,")
                        && row.contains(",notice,1,hr-officer,registrar,")
                        && row.contains(notice))
                .anyMatch(row -> row.contains(",T03,") && row.contains(",draft,0,hr-officer,,,,"));
        staysOut(LIST);
    }

    @Test
    void objectionsLeaveWithWhatBecameOfThem_R8_R13() {
        assertThat(registry.sheet(OBJECTIONS).lines())
                .hasSize(2)
                .anyMatch(row -> row.startsWith(objection + "," + campaign + ",1,")
                        && row.contains("学历不实")
                        && row.contains(",open,,,"));
        Map<String, Object> body = Map.of("upheld", false, "reason", "looked into");
        ok(desk.act(desk.registrar(), "/v1/recruitment-objections/" + objection, "decisions", body, "\"1\""));
        assertThat(registry.sheet(OBJECTIONS).lines())
                .anyMatch(row -> row.contains(",dismissed,") && row.endsWith(",registrar,looked into"));
        staysOut(OBJECTIONS);
    }

    /** As the same lists are read page by page: where one has a position its office sees the campaign, but no objection. */
    @Test
    void eachOfficeTakesWhatItMayRead_R8_R13() {
        assertThat(sheet(Role.HR_OFFICER, "T02", LIST))
                .contains(campaign.toString())
                .doesNotContain(",T03,");
        assertThat(sheet(Role.HR_OFFICER, "T03", LIST)).doesNotContain(campaign.toString());
        assertThat(sheet(Role.AUDITOR, "T01", OBJECTIONS)).contains(objection.toString());
        assertThat(sheet(Role.HR_OFFICER, "T02", OBJECTIONS)).doesNotContain(objection.toString());
        assertThat(sheet(Role.EVALUATOR, "*", LIST)).contains("export.other-role");
    }
}
