package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.APPLICATIONS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.CAMPAIGNS;
import static org.yilianti.staff.recruitment.RecruitmentDesk.ok;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;
import static org.yilianti.staff.recruitment.RecruitmentDesk.today;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;
import tools.jackson.databind.JsonNode;

/** R8: who is chosen gets an offer, the next in rank when it is not taken, and whoever accepts is appointed. */
@ServiceTest
class RecruitmentOfferTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AgendaWorker agenda;

    private RecruitmentDesk desk = new RecruitmentDesk(new Registry(0, new UUID(0, 0)));
    private UUID line = new UUID(0, 0);

    @BeforeEach
    void aCentreWithOneVacancy() {
        Registry registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        desk = new RecruitmentDesk(registry);
        line = desk.line("T01", 1);
    }

    /** A campaign for one place whose ranking is through its notice; candidates in the order of their numbers. */
    private List<UUID> chosen(UUID campaign, int... numbers) {
        List<UUID> people = new ArrayList<>();
        for (int number : numbers) {
            UUID id = desk.eligible(campaign, number);
            ok(desk.score(id, 99 - people.size(), 80));
            people.add(id);
        }
        desk.closeApplications(jdbc, campaign);
        ok(desk.rank(campaign));
        ok(desk.approve(campaign));
        desk.endNotice(jdbc, campaign);
        ok(desk.offer(campaign));
        return people;
    }

    private UUID campaign() {
        return desk.published("T01", List.of(position(line)));
    }

    private Answer act(UUID application, String what, Map<String, Object> body) {
        return desk.act(desk.officer(), APPLICATIONS + application, what, body);
    }

    private JsonNode member(JsonNode application) {
        return desk.hr()
                .get("/v1/members/" + application.path("memberId").asString())
                .json();
    }

    /** R8: acceptance appoints into the authorised post, as a new member whose numbers only the member's record keeps. */
    @Test
    void whoeverAcceptsIsAppointedAsANewMember() {
        UUID id = campaign();
        UUID best = chosen(id, 101, 102).getFirst();
        assertThat(desk.offer(id).code()).as("a second time").isEqualTo("recruitment.state");
        assertThat(act(best, "appointments", Map.of("staffNo", "N1")).code())
                .isEqualTo("recruitment.application-state");
        ok(act(best, "acceptances", Map.of()));
        assertThat(act(best, "acceptances", Map.of()).code()).isEqualTo("recruitment.application-state");
        assertThat(act(best, "appointments", Map.of()).body()).contains("/staffNo", "required");
        assertThat(desk.act(desk.caller(Role.HR_OFFICER, "T02"), APPLICATIONS + best, "appointments", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(desk.act(desk.officer(), APPLICATIONS + best, "appointments", Map.of(), "\"1\"")
                        .status())
                .isEqualTo(412);
        JsonNode appointed =
                ok(act(best, "appointments", Map.of("staffNo", "N1"))).json();
        assertThat(appointed.path("state").asString()).isEqualTo("appointed");
        assertThat(appointed.path("name").asString()).isEqualTo("候选人101");
        assertThat(appointed.path("nationalId").isNull()).isTrue();
        JsonNode member = member(appointed);
        assertThat(member.path("staffNo").asString()).isEqualTo("N1");
        assertThat(member.path("category").asString()).isEqualTo("physician");
        JsonNode post = desk.hr()
                .get("/v1/members/" + member.path("id").asString() + "/appointments")
                .json()
                .path("items")
                .path(0);
        assertThat(post.path("post").asString()).isEqualTo("全科医师");
        assertThat(post.path("validFrom").asString())
                .isEqualTo(today().plusDays(30).toString());
        assertThat(act(best, "appointments", Map.of("staffNo", "N1")).status()).isEqualTo(409);
        assertThat(act(best, "declines", Map.of("reason", "x")).status()).isEqualTo(409);
        assertThat(jdbc.sql("select national_id_sealed from recruitment_application where id = ?")
                        .param(Ids.bytes(best))
                        .query()
                        .singleRow()
                        .get("national_id_sealed"))
                .isNull();
        assertThat(desk.hr()
                        .get("/v1/authorised-posts?asOf=" + today().plusDays(30))
                        .json()
                        .path("items")
                        .path(0)
                        .path("vacancy")
                        .asInt())
                .isZero();
    }

    /** R3, R8: a candidate who is a member already is appointed as that member, also one of another office; merged records keep it. */
    @Test
    void aMemberIsReusedByNationalId() {
        UUID known = created(desk.hr().post("/v1/members", Registry.physician(103, "registeredAt", "T02")));
        UUID best = chosen(campaign(), 103).getFirst();
        ok(act(best, "acceptances", Map.of()));
        JsonNode appointed = ok(desk.act(
                        desk.caller(Role.HR_OFFICER, "T01"), APPLICATIONS + best, "appointments", Map.of()))
                .json();
        assertThat(appointed.path("memberId").asString()).isEqualTo(known.toString());
        UUID twin = created(desk.hr().post("/v1/members", Registry.physician(104)));
        ok(desk.hr().post("/v1/members/" + twin + "/mergers", Map.of("duplicateId", known, "reason", "same person")));
        assertThat(desk.hr().get(APPLICATIONS + best).json().path("memberId").asString())
                .isEqualTo(twin.toString());
    }

    /** R8: who declines makes room for the next in rank; when nobody is left the place stays vacant. */
    @Test
    void theNextInRankGetsWhatIsDeclined() {
        UUID id = campaign();
        List<UUID> people = chosen(id, 105, 106, 107);
        assertThat(people).extracting(desk::state).containsExactly("offered", "eligible", "eligible");
        assertThat(act(people.get(0), "declines", Map.of()).body()).contains("/reason", "required");
        ok(act(people.get(0), "declines", Map.of("reason", "another post")));
        assertThat(people).extracting(desk::state).containsExactly("declined", "offered", "eligible");
        ok(act(people.get(1), "acceptances", Map.of()));
        assertThat(desk.act(desk.officer(), CAMPAIGNS + id, "closings", Map.of())
                        .code())
                .isEqualTo("recruitment.offers-pending");
        ok(act(people.get(1), "declines", Map.of("reason", "changed their mind")));
        ok(act(people.get(2), "declines", Map.of("reason", "moved")));
        assertThat(people).extracting(desk::state).containsOnly("declined");
        ok(desk.act(desk.officer(), CAMPAIGNS + id, "closings", Map.of()));
    }

    /** R8: an offer that is not answered in time lapses by itself, and the next in rank gets it. */
    @Test
    void anOfferLapsesByItself() {
        List<UUID> people = chosen(campaign(), 108, 109);
        agenda.workOff();
        assertThat(desk.state(people.get(0))).isEqualTo("offered");
        jdbc.sql("update recruitment_application set answer_until = ? where id = ?")
                .params(today().minusDays(1), Ids.bytes(people.get(0)))
                .update();
        assertThat(act(people.get(0), "acceptances", Map.of()).code()).isEqualTo("recruitment.answer-late");
        fallDue(people.get(0));
        soon(() -> assertThat(people).extracting(desk::state).containsExactly("lapsed", "offered"));
    }

    /** The worker of the calendar may hold the item just now: then it is that which brings it about. */
    private static void soon(ThrowingRunnable shown) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(shown);
    }

    /** R8: two offices that appoint the same candidate at once make one member and one appointment. */
    @Test
    void twoOfficesAppointOnce() throws Exception {
        UUID best = chosen(campaign(), 112).getFirst();
        ok(act(best, "acceptances", Map.of()));
        String read = String.valueOf(desk.hr().get(APPLICATIONS + best).header("ETag"));
        try (ExecutorService offices = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = List.of("N7", "N8").stream()
                    .map(number -> offices.submit(() -> desk.act(
                            desk.officer(), APPLICATIONS + best, "appointments", Map.of("staffNo", number), read)))
                    .toList();
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(200, 412);
        }
        assertThat(desk.hr().get("/v1/members").json().path("items")).hasSize(1);
    }

    private void fallDue(UUID subject) {
        jdbc.sql("update agenda_item set due_on = ? where subject_id = ?")
                .params(today(), Ids.bytes(subject))
                .update();
        agenda.workOff();
    }

    /** R2, R8: a place that was filled otherwise in the meantime is not held twice. */
    @Test
    void nobodyIsAppointedBeyondTheEstablishment() {
        UUID best = chosen(campaign(), 110).getFirst();
        ok(act(best, "acceptances", Map.of()));
        desk.registry().physicianAt(1, "T01");
        Answer full = act(best, "appointments", Map.of("staffNo", "N2"));
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.body()).contains("establishment-exceeded");
        assertThat(desk.state(best)).isEqualTo("accepted");
        assertThat(desk.hr().get("/v1/members?staffNo=N2").json().path("items"))
                .as("nothing half done")
                .isEmpty();
    }

    /** R8: candidates who were not appointed are forgotten when the retention of the policy is over. */
    @Test
    void candidatesAreForgottenWhenTheTimeHasCome() {
        UUID id = campaign();
        UUID person = desk.eligible(id, 111);
        assertThat(desk.act(desk.officer(), CAMPAIGNS + id, "cancellations", Map.of())
                        .body())
                .contains("/reason", "required");
        ok(desk.act(desk.officer(), CAMPAIGNS + id, "cancellations", Map.of("reason", "no budget")));
        assertThat(desk.act(desk.officer(), CAMPAIGNS + id, "cancellations", Map.of("reason", "again"))
                        .code())
                .isEqualTo("recruitment.state");
        agenda.workOff();
        assertThat(desk.hr().get(APPLICATIONS + person).json().path("name").asString())
                .isEqualTo("候选人111");
        fallDue(id);
        soon(() -> assertThat(desk.hr().get(APPLICATIONS + person).body()).contains("已删除"));
        JsonNode forgotten = desk.hr().get(APPLICATIONS + person).json();
        assertThat(forgotten.path("name").asString()).isEqualTo("已删除");
        assertThat(forgotten.path("birthDate").asString()).isEqualTo("1980-01-01");
        assertThat(forgotten.path("nationalId").isNull()
                        && forgotten.path("phone").isNull())
                .isTrue();
        assertThat(forgotten.path("decision").isObject())
                .as("what was decided stays")
                .isTrue();
    }
}
