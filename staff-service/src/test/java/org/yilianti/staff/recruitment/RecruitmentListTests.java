package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R8, R13: positions, candidates and scores in and out as files, by the rules that forms obey. */
@ServiceTest
class RecruitmentListTests {

    private static final String POSITIONS =
            "campaign_id,position_no,authorised_post,name,openings,max_age,min_education,"
                    + "min_title,specialty,licence_required,reservations,release_unfilled\n";
    private static final String APPLICATIONS = "campaign_id,external_id,position_no,name,name_latin,sex,birth_date,"
            + "national_id,phone,education,title,title_since,specialty,licence_number,grounds,state\n";
    private static final String SCORES = "campaign_id,external_id,part,score\n";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private Registry registry = desk.registry();
    private UUID line = new UUID(0, 0);

    @BeforeEach
    void aCentreWithNineVacancies() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        line = desk.line("T01", 9);
    }

    private UUID draft(Object... changes) {
        return created(
                desk.hr().post("/v1/recruitment-campaigns", desk.campaign("T01", List.of(position(line)), changes)));
    }

    private JsonNode campaign(UUID id) {
        return desk.hr().get(CAMPAIGNS + id).json();
    }

    private String applicant(UUID campaign, String externalId, int number, String grounds) {
        return "%s,%s,1,候选人%03d,,male,1980-05-17,%s,129%08d,bachelor,intermediate,2018-07-01,internal-medicine,,%s,%n"
                .formatted(
                        campaign, externalId, number, Registry.physician(number).get("nationalId"), number, grounds);
    }

    /** Two candidates by file, both found eligible. */
    private UUID twoEligible() {
        UUID campaign = desk.published("T01", List.of(position(line)));
        JsonNode job = registry.imported(
                "recruitment-applications",
                APPLICATIONS + applicant(campaign, "A-1", 1, "") + applicant(campaign, "A-2", 2, "rural-order"));
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(2);
        applications(campaign)
                .forEach(one -> ok(desk.decide(UUID.fromString(one.path("id").asString()), true, one.path("grounds"))));
        return campaign;
    }

    private JsonNode applications(UUID campaign) {
        return desk.hr()
                .get("/v1/recruitment-applications?campaign=" + campaign)
                .json()
                .path("items");
    }

    @Test
    void positionsOfADraftComeAsAFileAndTheSheetThatIsExportedChangesNothing_R8_R13() {
        UUID campaign = draft();
        String rows = POSITIONS + campaign + ",1," + line + ",全科医师,2,45,bachelor,junior,,true,rural-order=1,false\n"
                + campaign + ",2," + line + ",内科医师,3,,,,internal-medicine,,,\n";
        assertThat(registry.imported(registry.hr(), "recruitment-positions", rows, true)
                        .path("created")
                        .asInt())
                .isEqualTo(1);
        assertThat(campaign(campaign).path("positions")).hasSize(1);
        JsonNode job = registry.imported("recruitment-positions", rows);
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(job.path("changed").asInt()).isEqualTo(1);
        JsonNode positions = campaign(campaign).path("positions");
        assertThat(positions.path(0).path("reservations").path(0).path("places").asInt())
                .isEqualTo(1);
        assertThat(positions.path(1).path("name").asString()).isEqualTo("内科医师");
        JsonNode again = registry.imported("recruitment-positions", registry.sheet("recruitment-positions"));
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(2);
        assertThat(campaign(campaign).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverBroughtTheFileDoesNotPublishTheDraft_R8() {
        UUID campaign = created(registry.as(Role.HR_OFFICER, "T01")
                .post("/v1/recruitment-campaigns", desk.campaign("T01", List.of(position(line)))));
        registry.imported(
                new TestApi(port)
                        .as(TestCaller.named("second")
                                .with(Role.HR_OFFICER, "*")
                                .with(Role.REGISTRAR, "*")
                                .of(registry.association())),
                "recruitment-positions",
                POSITIONS + campaign + ",2," + line + ",内科医师,1,,,,,,,\n",
                false);
        var second = TestCaller.named("second").with(Role.REGISTRAR, "*").of(registry.association());
        assertThat(desk.act(second, CAMPAIGNS + campaign, "publications", Map.of())
                        .code())
                .isEqualTo("recruitment.own-campaign");
    }

    @Test
    void eachPositionThatIsNotTakenSaysWhy_R8_R13() {
        UUID campaign = draft();
        UUID standing = desk.published("T01", List.of(position(line)));
        JsonNode job = registry.imported(
                "recruitment-positions",
                POSITIONS + campaign + ",2," + line + ",甲,9,,,,,,,\n"
                        + campaign + ",3," + line + ",乙,1,,,,,,,\n"
                        + campaign + ",1," + UUID.randomUUID() + ",丙,1,,,,,,,\n"
                        + campaign + ",4," + line + ",丁,1,,none-at-all,,,,veteran=1,\n"
                        + standing + ",1," + line + ",戊,1,,,,,,,\n"
                        + UUID.randomUUID() + ",1," + line + ",己,1,,,,,,,\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(6);
        assertThat(registry.reasons(job))
                .contains(
                        "recruitment.no-vacancy",
                        "recruitment.position-gap",
                        "unknown-post",
                        "unknown-value",
                        "recruitment.state",
                        "recruitment.unknown");
        assertThat(campaign(campaign).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aPositionNumberedTwiceInDifferentWaysIsTakenOnce_R8_R13() {
        UUID campaign = draft();
        JsonNode job = registry.imported(
                "recruitment-positions",
                POSITIONS + campaign + ",2," + line + ",甲,1,,,,,,,\n" + campaign + ",02," + line + ",乙,1,,,,,,,\n");
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(registry.reasons(job)).contains("duplicate-key");
        assertThat(campaign(campaign).path("positions").path(1).path("name").asString())
                .isEqualTo("甲");
    }

    @Test
    void aFileMayMendADraftThatPromisesTooMuchAndIsJudgedByWhatItLeaves_R8_R13() {
        UUID campaign = created(desk.hr()
                .post(
                        "/v1/recruitment-campaigns",
                        desk.campaign("T01", List.of(position(line, "openings", 5), position(line, "openings", 4)))));
        desk.published("T01", List.of(position(line, "openings", 3)));
        String rows =
                POSITIONS + campaign + ",1," + line + ",全科医师,4,,,,,,,\n" + campaign + ",2," + line + ",全科医师,3,,,,,,,\n";
        JsonNode tooMany = registry.imported("recruitment-positions", rows);
        assertThat(tooMany.path("rejected").asInt())
                .as(registry.reasons(tooMany))
                .isEqualTo(2);
        assertThat(campaign(campaign).path("version").asInt()).isEqualTo(1);
        JsonNode mended = registry.imported("recruitment-positions", rows.replace(",4,", ",3,"));
        assertThat(mended.path("changed").asInt()).as(registry.reasons(mended)).isEqualTo(2);
    }

    @Test
    void theSheetOfACampaignWithPositionsElsewhereChangesNothingAndNothingElsewhereIsChanged_R8_R13() {
        UUID campaign = created(desk.hr()
                .post(
                        "/v1/recruitment-campaigns",
                        desk.campaign("T01", List.of(position(line), position(desk.line("T02", 3))))));
        var office = registry.as(Role.HR_OFFICER, "T01");
        String sheet = office.get("/v1/exports/recruitment-positions").body();
        assertThat(sheet.lines()).hasSize(3);
        JsonNode again = registry.imported(office, "recruitment-positions", sheet, false);
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(2);
        JsonNode elsewhere = registry.imported(
                office, "recruitment-positions", sheet.replaceFirst("(,2,[^,]+),全科医师", "$1,内科医师"), false);
        assertThat(elsewhere.path("unchanged").asInt())
                .as(registry.reasons(elsewhere))
                .isEqualTo(1);
        assertThat(registry.reasons(elsewhere)).contains("unknown-post");
        ok(desk.act(desk.registrar(), CAMPAIGNS + campaign, "publications", Map.of()));
        JsonNode published = registry.imported(office, "recruitment-positions", sheet, false);
        assertThat(published.path("unchanged").asInt())
                .as(registry.reasons(published))
                .isEqualTo(2);
    }

    @Test
    void aFileOfCandidatesThatIsBroughtAgainChangesNothingHoweverItIsWritten_R8_R13() {
        UUID campaign = desk.published("T01", List.of(position(line)));
        int endsInX = IntStream.range(1, 999)
                .filter(number -> String.valueOf(Registry.physician(number).get("nationalId"))
                        .endsWith("X"))
                .findFirst()
                .orElseThrow();
        String rows = APPLICATIONS
                + applicant(campaign, "A-1", endsInX, "grassroots-graduate;rural-order")
                + applicant(campaign, "A-2", endsInX + 1, "");
        assertThat(registry.imported("recruitment-applications", rows)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        applications(campaign)
                .forEach(one -> ok(desk.decide(UUID.fromString(one.path("id").asString()), true, one.path("grounds"))));
        String written = rows.replace("X,", "x,")
                .replace("A-1,1,", "A-1,01,")
                .replace(";rural", "; rural")
                .replaceAll(",129(\\d{4})(\\d{4}),", ",129-$1 $2,");
        assertThat(written).isNotEqualTo(rows).contains("x,129-").contains("01,");
        for (String again : List.of(rows, written)) {
            JsonNode job = registry.imported("recruitment-applications", again);
            assertThat(job.path("unchanged").asInt()).as(registry.reasons(job)).isEqualTo(2);
        }
    }

    @Test
    void candidatesComeAsAFileOnceAndTheirSheetChangesNothingMaskedOrRevealed_R8_R13() {
        UUID campaign = twoEligible();
        assertThat(applications(campaign)).hasSize(2);
        String path = "recruitment-applications";
        JsonNode masked = registry.imported(path, registry.sheet(path));
        assertThat(masked.path("unchanged").asInt())
                .as(registry.reasons(masked))
                .isEqualTo(2);
        JsonNode revealed = registry.imported(path, registry.sheet(path + "?reveal=true"));
        assertThat(revealed.path("unchanged").asInt())
                .as(registry.reasons(revealed))
                .isEqualTo(2);
        List<String> trail = jdbc.sql("select detail from audit_entry where association_id = ?")
                .param(Ids.bytes(registry.association()))
                .query(String.class)
                .list();
        assertThat(trail).noneMatch(detail -> detail.contains("候选人001"));
    }

    @Test
    void eachCandidateWhoIsNotTakenSaysWhy_R8_R13() {
        UUID campaign = twoEligible();
        UUID draft = draft();
        String other = applicant(campaign, "A-1", 1, "").replace("bachelor", "master");
        JsonNode differs = registry.imported("recruitment-applications", APPLICATIONS + other);
        assertThat(registry.reasons(differs)).contains("recruitment.application-differs", "\"education\"");
        JsonNode job = registry.imported(
                "recruitment-applications",
                APPLICATIONS
                        + other
                        + applicant(campaign, "A-3", 1, "")
                        + applicant(draft, "A-4", 4, "")
                        + applicant(campaign, "A-5", 5, "veteran")
                        + applicant(campaign, "A-6", 6, "").replace("A-6,1", "A-6,7")
                        + applicant(campaign, "A-7", 7, "").replaceAll(",\\R$", ",appointed\n")
                        + applicant(campaign, "A-8", 8, "")
                        + applicant(campaign, "A-9", 8, "")
                        + applicant(UUID.randomUUID(), "A-10", 10, ""));
        assertThat(job.path("created").asInt()).as(registry.reasons(job)).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isEqualTo(8);
        assertThat(registry.reasons(job))
                .contains(
                        "recruitment.application-differs",
                        "recruitment.applied-already",
                        "recruitment.state",
                        "unknown-value",
                        "recruitment.position-unknown",
                        "recruitment.file-submits",
                        "recruitment.unknown")
                .doesNotContain((String) Registry.physician(1).get("nationalId"));
        desk.closeApplications(jdbc, campaign);
        JsonNode late =
                registry.imported("recruitment-applications", APPLICATIONS + applicant(campaign, "A-11", 11, ""));
        assertThat(registry.reasons(late)).contains("recruitment.applications-closed");
    }

    @Test
    void scoresComeAsAFileThatNamesNobodyAndItsSheetIsFilledIn_R8_R13() {
        UUID campaign = twoEligible();
        String empty = registry.sheet("recruitment-scores");
        assertThat(empty.lines()).hasSize(5).contains(campaign + ",A-1,paper,").noneMatch(row -> row.contains("候选人"));
        JsonNode nothing = registry.imported("recruitment-scores", empty);
        assertThat(nothing.path("unchanged").asInt()).isEqualTo(4);
        String filled = empty.replace("paper,\n", "paper,81.5\n").replace("interview,\n", "interview,70\n");
        JsonNode job = registry.imported(registry.as(Role.EVALUATOR, "T01"), "recruitment-scores", filled, false);
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(4);
        assertThat(applications(campaign).path(0).path("paper").asDouble()).isEqualTo(81.5);
        JsonNode again = registry.imported("recruitment-scores", registry.sheet("recruitment-scores"));
        assertThat(again.path("unchanged").asInt()).as(registry.reasons(again)).isEqualTo(4);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=recruitment.scores-entered")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theSheetOfScoresOpensNothingThatIsSealed_R8() {
        UUID campaign = twoEligible();
        String sheet = registry.sheet("recruitment-scores");
        jdbc.sql(
                        "update recruitment_application set national_id_sealed = x'00', phone_sealed = x'00' where campaign_id = ?")
                .param(Ids.bytes(campaign))
                .update();
        assertThat(registry.sheet("recruitment-scores")).isEqualTo(sheet);
    }

    @Test
    void eachScoreThatIsNotTakenSaysWhyAndNoneIsTakenOnceThereIsARanking_R8_R13() {
        UUID campaign = twoEligible();
        String here = campaign + ",";
        registry.imported("recruitment-scores", SCORES + here + "A-1,paper,80\n");
        UUID paperOnly = desk.published("T01", List.of(position(line)), "paperWeight", 1, "interviewWeight", 0);
        UUID waiting = created(desk.apply(paperOnly, 9));
        UUID eligible = desk.eligible(paperOnly, 10);
        JsonNode job = registry.imported(
                "recruitment-scores",
                SCORES + here + "A-1,paper,\n" + here + "A-2,paper,101\n" + here + "A-9,paper,1\n" + here
                        + "A-2,essay,1\n" + paperOnly + "," + waiting + ",paper,50\n" + paperOnly + "," + eligible
                        + ",interview,50\n" + UUID.randomUUID() + ",A-1,paper,1\n");
        assertThat(job.path("rejected").asInt()).as(registry.reasons(job)).isEqualTo(7);
        assertThat(registry.reasons(job))
                .contains(
                        "required",
                        "out-of-range",
                        "recruitment.unknown-application",
                        "unknown-value",
                        "recruitment.not-eligible",
                        "recruitment.part-not-held",
                        "recruitment.unknown");
        desk.closeApplications(jdbc, campaign);
        ok(desk.rank(campaign));
        JsonNode late = registry.imported("recruitment-scores", SCORES + here + "A-1,paper,99\n");
        assertThat(registry.reasons(late)).contains("recruitment.state");
    }

    @Test
    void anotherInstitutionsOfficeNeitherBringsNorSeesAnything_R8_R13() {
        UUID campaign = twoEligible();
        UUID draft = draft();
        var office = registry.as(Role.HR_OFFICER, "T02");
        JsonNode job = registry.imported(
                office, "recruitment-positions", POSITIONS + draft + ",2," + line + ",甲,1,,,,,,,\n", false);
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.imported(
                                office,
                                "recruitment-applications",
                                APPLICATIONS + applicant(campaign, "B-1", 20, ""),
                                false)
                        .path("rejected")
                        .asInt())
                .isEqualTo(1);
        assertThat(registry.imported(
                                registry.as(Role.EVALUATOR, "T02"),
                                "recruitment-scores",
                                SCORES + campaign + ",A-1,paper,50\n",
                                false)
                        .path("rejected")
                        .asInt())
                .isEqualTo(1);
        for (String list : List.of("recruitment-positions", "recruitment-applications", "recruitment-scores")) {
            assertThat(office.get("/v1/exports/" + list).body()).doesNotContain(campaign.toString(), draft.toString());
        }
        assertThat(registry.as(Role.EVALUATOR, "T01")
                        .get("/v1/exports/recruitment-scores")
                        .body())
                .contains(campaign + ",A-1");
        assertThat(registry.as(Role.EVALUATOR, "T02")
                        .get("/v1/exports/recruitment-scores")
                        .body())
                .doesNotContain(campaign.toString());
        assertThat(registry.as(Role.EVALUATOR, "*")
                        .post(
                                "/v1/imports?list=recruitment-applications",
                                APPLICATIONS,
                                UUID.randomUUID().toString(),
                                "text/csv")
                        .code())
                .isEqualTo("import.other-role");
    }
}
