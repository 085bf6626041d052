package org.yilianti.incentive.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Paper questionnaires as sheets (I3: anonymous answers, duplicates refused). */
@ServiceTest
class PaperApiTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private CampaignYear year;
    private String survey;
    private UUID id;

    @BeforeEach
    void anOpenSurvey() {
        year = new CampaignYear(port, institutions, members, UUID.randomUUID());
        String campaign = year.drafted(year.order("", "0.5", "", "0.5"));
        year.done(year.maker(), campaign, "openings");
        id = UUID.fromString(campaign.substring(campaign.lastIndexOf('/') + 1));
        survey = "/v1/surveys/" + id;
    }

    private Answer send(TestApi caller, String lines) {
        return caller.put(survey + "/paper-sheet", "questionnaireNo,subjectCode,q\n" + lines, null);
    }

    private String line(Object number, Object answer) {
        return number + "," + year.code("H1") + "," + answer + "\n";
    }

    private long answers() {
        return jdbc.sql("select count(distinct id) from survey_answer where survey_id = ?")
                .param(Ids.bytes(id))
                .query(Long.class)
                .single();
    }

    private static List<String> faults(Answer answer) {
        return answer.json()
                .path("faults")
                .valueStream()
                .map(one -> one.path("line").asInt()
                        + " " + one.path("column").asString()
                        + " " + one.path("code").asString())
                .toList();
    }

    @Test
    void whatCanBeTakenIsTakenAndEveryOtherLineSaysWhy() {
        Answer sent = send(
                year.maker(),
                line("N1", 1)
                        + line("N2", 7)
                        + line("N1", 0)
                        + line("", 1)
                        + "N5,nowhere,x\n"
                        + line("N6", "")
                        + line("N7", 0));
        assertThat(sent.json().path("taken").asInt()).isEqualTo(2);
        assertThat(sent.json().path("refused").asInt()).isEqualTo(5);
        assertThat(faults(sent))
                .containsExactly(
                        "3 q survey.answer-invalid",
                        "4 questionnaireNo survey.number-repeated",
                        "5 questionnaireNo sheet.cell-missing",
                        "6 subjectCode survey.subject-unknown",
                        "6 q survey.answer-invalid",
                        "7  survey.nothing-answered");
        assertThat(answers()).isEqualTo(2);
        JsonNode progress = year.maker().get(survey).json().path("subjects").path(0);
        assertThat(progress.path("papers").asInt()).isEqualTo(2);
        assertThat(progress.path("tokens").asInt()).isZero();
    }

    @Test
    void theSameFileAgainChangesNothingAndACorrectedLineIsTaken() {
        String file = line("N1", 1) + line("N2", 7);
        send(year.maker(), file);
        Answer again = send(year.maker(), file);
        assertThat(again.json().path("taken").asInt()).isZero();
        assertThat(faults(again)).containsExactly("2 questionnaireNo survey.number-taken", "3 q survey.answer-invalid");
        assertThat(answers()).isEqualTo(1);
        Answer corrected = send(year.maker(), line("N1", 0) + line("N2", 1));
        assertThat(corrected.json().path("taken").asInt()).isEqualTo(1);
        assertThat(answers()).isEqualTo(2);
    }

    /** I3: anonymous; neither the answers, nor what was counted, nor the audit leads from one to the other. */
    @Test
    void nothingThatIsKeptLeadsFromAnAnswerToItsQuestionnaire() {
        send(year.maker(), line("N-secret", 1) + line("N2", 0));
        assertThat(jdbc.sql(
                                "select column_name from information_schema.columns where table_schema = database() and table_name = 'survey_paper'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("survey_id", "number", "association_id", "subject");
        assertThat(jdbc.sql("select id from survey_answer where survey_id = ?")
                        .param(Ids.bytes(id))
                        .query((row, number) -> Ids.uuid(row.getBytes(1)).version())
                        .list())
                .as("random ids tell neither time nor order")
                .hasSize(2)
                .containsOnly(4);
        assertThat(year.who("auditor", Role.AUDITOR, "*")
                        .get("/v1/audit-entries/incentive?limit=200")
                        .body())
                .contains("survey.papers-imported")
                .doesNotContain("N-secret");
        assertThat(jdbc.sql("select count(*) from idempotency_key where instr(body, 'N-secret') > 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSheetToFillInNamesEveryQuestionAndIsTakenAsItIs() {
        String blank = year.maker().get(survey + "/paper-sheet").body();
        assertThat(blank)
                .contains("questionnaireNo,subjectCode,q", "\"# q: 满意吗？\",0 / 1", "# subjectCode: " + year.code("H1"));
        Answer filled = year.maker().put(survey + "/paper-sheet", blank + line("N1", 1), null);
        assertThat(filled.json().path("taken").asInt()).isEqualTo(1);
        assertThat(year.maker().get(survey + "/paper-sheet?format=xlsx").status())
                .isEqualTo(200);
        assertThat(year.maker().get(survey + "/paper-sheet?format=doc").code()).isEqualTo("sheet.format-unknown");
        assertThat(year.maker()
                        .put(survey + "/paper-sheet", "questionnaireNo,q\nN1,1\n", null)
                        .body())
                .contains("sheet.column-missing", "/lines/1/subjectCode");
    }

    @Test
    void anotherInstitutionsPapersAndAClosedSurveyAreRefused() {
        TestApi elsewhere = year.who("elsewhere", Role.INTEGRATION, "H2");
        assertThat(faults(send(elsewhere, line("N1", 1)))).containsExactly("2 subjectCode survey.subject-unknown");
        assertThat(send(year.who("nobody", Role.INTEGRATION, "H9"), line("N1", 1))
                        .status())
                .isEqualTo(404);
        assertThat(send(year.who("auditor", Role.AUDITOR, "*"), line("N1", 1)).status())
                .isEqualTo(403);
        jdbc.sql("update survey set open = false where id = ?")
                .param(Ids.bytes(id))
                .update();
        assertThat(send(year.maker(), line("N1", 1)).code()).isEqualTo("survey.closed");
        assertThat(answers()).isZero();
    }

    @Test
    void manyWhoSendTheSamePapersAtOnceCountThemOnce() throws Exception {
        String file = IntStream.range(0, 60)
                .mapToObj(number -> line("N" + number, number % 2))
                .collect(Collectors.joining());
        List<Future<Integer>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            for (int sender = 0; sender < 4; sender++) {
                sent.add(senders.submit(
                        () -> send(year.maker(), file).json().path("taken").asInt()));
            }
        }
        int taken = 0;
        for (Future<Integer> one : sent) {
            taken += one.get();
        }
        assertThat(taken).isEqualTo(60);
        assertThat(answers()).isEqualTo(60);
    }
}
