package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** Who proposes, decides, objects to and revokes rewards and punishments, and who sees them (I10, V5, V8). */
@ServiceTest
class RewardDecisionTests {

    private static final Map<String, Object> OBJECTION = Map.of("text", "not so", "evidence", "the register");
    private static final Map<String, Object> YES = Map.of("approved", true, "reason", "r");

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth month;
    private RewardDesk desk;
    private UUID town;
    private UUID village;

    @BeforeEach
    void aPaidMonth() {
        month = new PayMonth(port, institutions, members, records);
        desk = new RewardDesk(month, port, jdbc);
        town = month.institution("T", 1000);
        village = month.institution("V", 1000);
        month.service(month.member("ann", "junior"), town, "duty", 120, false);
        month.service(month.member("eve", "junior"), village, "duty", 60, false);
        month.paid(6000, town, village);
    }

    private String at(UUID id, String step) {
        return RewardDesk.PATH + "/" + id + "/" + step;
    }

    @Test
    void whoProposedItOrIsMeantDoesNotDecide() {
        UUID id = desk.proposed(town, "ann", "bonus", 5L);
        assertThat(desk.decide(desk.named("evaluator", Role.PAYROLL_REVIEWER), id, true)
                        .code())
                .isEqualTo("reward.decider-proposed");
        TestApi herself = new TestApi(port)
                .as(TestCaller.named("ann").with(Role.PAYROLL_REVIEWER, "*").staffNo(month.staffNo("ann")));
        assertThat(desk.decide(herself, id, true).code()).isEqualTo("reward.decider-subject");
        assertThat(desk.decide(month.reviewer(), id, true).status()).isEqualTo(200);
        assertThat(desk.decide(month.reviewer(), id, true).code()).as("once").isEqualTo("reward.state");
    }

    @Test
    void aDecisionOnAnotherVersionThanWasReadIsRefused() {
        UUID id = desk.proposed(town, "ann", "warning", null);
        assertThat(month.reviewer().send("POST", at(id, "decisions"), YES).status())
                .as("version 1 was read")
                .isEqualTo(200);
        assertThat(month.reviewer().send("POST", at(id, "decisions"), YES).status())
                .as("it is version 2 now")
                .isEqualTo(412);
    }

    @Test
    void onlyWhoProposedItWithdrawsItAndOnlyBeforeTheDecision() {
        UUID id = desk.proposed(town, "ann", "bonus", 5L);
        assertThat(desk.named("other", Role.EVALUATOR)
                        .post(at(id, "withdrawals"), Map.of())
                        .code())
                .isEqualTo("reward.proposed-by-another");
        assertThat(month.evaluator().post(at(id, "withdrawals"), Map.of()).status())
                .isEqualTo(200);
        assertThat(desk.decide(month.reviewer(), id, true).code()).isEqualTo("reward.state");
        UUID rejected = desk.proposed(town, "ann", "bonus", 5L);
        desk.decide(month.reviewer(), rejected, false);
        assertThat(month.officer().post(at(rejected, "effects"), Map.of()).code())
                .isEqualTo("reward.state");
    }

    @Test
    void nothingTakesEffectWhileObjectionsArePossibleOrUnjudged() {
        UUID id = desk.noticed(town, "ann", "deduction", 5L);
        assertThat(month.officer().post(at(id, "effects"), Map.of()).code()).isEqualTo("reward.objections-possible");
        Answer objected = month.staff(month.staffNo("ann")).post(at(id, "objections"), OBJECTION);
        assertThat(objected.status()).as(objected.body()).isEqualTo(200);
        desk.daysPass(id);
        assertThat(month.officer().post(at(id, "effects"), Map.of()).code()).isEqualTo("reward.state");

        Map<String, Object> upheld = Map.of("upheld", true, "reason", "she is right");
        assertThat(month.reviewer().post(at(id, "objection-decisions"), upheld).code())
                .isEqualTo("reward.decider-decided");
        assertThat(desk.named("judge", Role.PAYROLL_REVIEWER)
                        .post(at(id, "objection-decisions"), upheld)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("lifted");
    }

    @Test
    void anObjectionThatIsDismissedLetsTheCaseTakeEffectAndIsNotRepeated() {
        UUID id = desk.noticed(village, null, "warning", null);
        TestApi office = month.limited(Role.HR_OFFICER, village);
        assertThat(month.limited(Role.HR_OFFICER, town)
                        .post(at(id, "objections"), OBJECTION)
                        .status())
                .as("another institution's office")
                .isEqualTo(404);
        assertThat(office.post(at(id, "objections"), OBJECTION).status()).isEqualTo(200);
        desk.named("judge", Role.PAYROLL_REVIEWER)
                .post(at(id, "objection-decisions"), Map.of("upheld", false, "reason", "no"));
        assertThat(office.post(at(id, "objections"), OBJECTION).code()).isEqualTo("reward.objected-already");
        desk.daysPass(id);
        assertThat(month.officer().post(at(id, "effects"), Map.of()).status()).isEqualTo(200);
    }

    @Test
    void afterTheLastDayNoObjectionIsTaken() {
        UUID id = desk.noticed(town, "ann", "deduction", 5L);
        desk.daysPass(id);
        assertThat(month.staff(month.staffNo("ann"))
                        .post(at(id, "objections"), OBJECTION)
                        .code())
                .isEqualTo("reward.objection-too-late");
    }

    @Test
    void whoAsksForARevocationDoesNotGrantIt() {
        UUID id = desk.effective(town, "ann", "commendation", null);
        assertThat(month.reviewer().post(at(id, "revocations"), YES).code()).isEqualTo("reward.revocation-not-asked");
        month.evaluator().post(at(id, "revocation-proposals"), Map.of("reason", "r"));
        assertThat(desk.named("evaluator", Role.PAYROLL_REVIEWER)
                        .post(at(id, "revocations"), YES)
                        .code())
                .isEqualTo("reward.decider-asked");
        month.reviewer().post(at(id, "revocations"), Map.of("approved", false, "reason", "r"));
        assertThat(desk.status(id)).as("refused").isEqualTo("effective");
        desk.revoked(id);
        assertThat(month.evaluator()
                        .post(at(id, "revocation-proposals"), Map.of("reason", "r"))
                        .code())
                .isEqualTo("reward.state");
    }

    @Test
    void ofManyWhoPutItIntoEffectOneDoesAndPayIsAmendedOnce() throws Exception {
        UUID id = desk.noticed(town, "ann", "bonus", 5L);
        desk.daysPass(id);
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> storm.submit(() -> month.officer().post(at(id, "effects"), Map.of())))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
            }
            assertThat(answers.stream().filter(one -> one.resultNow().status() == 200))
                    .hasSize(1);
        }
        assertThat(jdbc.sql("select count(*) from pay_amendment where cause_id = ?")
                        .param(Ids.bytes(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void peopleSeeTheirOwnOnceItIsAnnouncedAndOfficesTheirInstitutions() {
        UUID id = desk.proposed(town, "ann", "bonus", 5L);
        TestApi ann = month.staff(month.staffNo("ann"));
        assertThat(ann.get(RewardDesk.PATH + "/" + id).status()).as("not yet").isEqualTo(404);
        desk.decide(month.reviewer(), id, true);
        assertThat(ann.get(RewardDesk.PATH + "/" + id).status()).isEqualTo(200);
        assertThat(ann.get("/v1/my/rewards").json().path("items").size()).isEqualTo(1);
        TestApi eve = month.staff(month.staffNo("eve"));
        assertThat(eve.get(RewardDesk.PATH + "/" + id).status()).isEqualTo(404);
        assertThat(eve.post(at(id, "objections"), OBJECTION).status()).isEqualTo(404);
        assertThat(month.limited(Role.HR_OFFICER, village)
                        .get(RewardDesk.PATH + "/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(desk.decide(month.limited(Role.PAYROLL_REVIEWER, village), id, true)
                        .status())
                .isEqualTo(404);
        TestApi office = month.limited(Role.HR_OFFICER, town);
        for (String filter : List.of("status=noticed", "kind=reward", "staffNo=" + month.staffNo("ann"))) {
            assertThat(office.get(RewardDesk.PATH + "?" + filter)
                            .json()
                            .path("items")
                            .size())
                    .as(filter)
                    .isEqualTo(1);
        }
        for (String filter : List.of("status=lifted", "kind=punishment", "institutionCode=" + month.code(village))) {
            assertThat(office.get(RewardDesk.PATH + "?" + filter).json().path("items"))
                    .as(filter)
                    .isEmpty();
        }
        assertThat(office.get(RewardDesk.PATH + "?status=lost").status()).isEqualTo(400);
    }

    @Test
    void nobodyIsPunishedThroughAnInstitutionWhereTheyDoNotServe() {
        assertThat(desk.propose(town, "eve", "warning", null).code()).isEqualTo("reward.person-unknown");
        assertThat(month.limited(Role.HR_OFFICER, town)
                        .post(RewardDesk.PATH, desk.order(village, "eve", "warning", null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsReason() {
        assertThat(desk.propose(town, "ann", "bonus", null).code()).isEqualTo("reward.amount-missing");
        assertThat(desk.propose(town, "ann", "warning", 5L).code()).isEqualTo("reward.amount-without-money");
        assertThat(desk.propose(town, "ann", "praise", null).code()).isEqualTo("reward.measure-unknown");
        assertThat(desk.propose(town, "nobody", "warning", null).code()).isEqualTo("reward.person-unknown");
        for (long fen : new long[] {0, -5, 1_000_000_000_000L}) {
            assertThat(desk.propose(town, "ann", "bonus", fen).status())
                    .as("%d", fen)
                    .isEqualTo(422);
        }
    }
}
