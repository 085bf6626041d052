package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** What rewards and punishments do to pay: a named difference in the next run, once, and back when they are revoked (I10). */
@ServiceTest
class RewardPayTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth october;
    private PayMonth november;
    private RewardDesk desk;
    private UUID town;
    private UUID village;
    private UUID ann;
    private UUID bob;
    private UUID eve;

    /** 2000 fen to ann, 1000 to bob, 3000 to eve. */
    @BeforeEach
    void aPaidMonth() {
        october = new PayMonth(port, institutions, members, records);
        november = october.in("2026-11");
        desk = new RewardDesk(october, port, jdbc);
        town = october.institution("T", 1000);
        village = october.institution("V", 1000);
        ann = october.member("ann", "junior");
        bob = october.member("bob", "junior");
        eve = october.member("eve", "junior");
        work(october);
        october.paid(6000, town, village);
    }

    private void work(PayMonth month) {
        month.service(ann, town, "duty", 120, false);
        month.service(bob, town, "duty", 60, false);
        month.service(eve, village, "duty", 60, false);
    }

    private UUID paidNovember() {
        work(november);
        return november.paid(6000, town, village);
    }

    @Test
    void aBonusIsPaidWithTheNextRunNamedOnTheStatementAndNotTwice() {
        UUID bonus = desk.effective(town, "bob", "bonus", 600L);
        UUID next = paidNovember();
        assertThat(november.amounts(next))
                .as("600 off the top, the rest as always")
                .isEqualTo(Map.of("ann", 1800L, "bob", 900L + 600, "eve", 2700L));
        JsonNode correction = november.statement(next, "bob")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0);
        assertThat(correction.path("amountFen").asLong()).isEqualTo(600);
        JsonNode cause = correction.path("causes").path(0);
        assertThat(cause.path("kind").asString()).isEqualTo("reward");
        assertThat(cause.path("id").asString()).isEqualTo(bonus.toString());
        assertThat(cause.path("amountFen").asLong()).isEqualTo(600);
        thePoolIsNamedThatPaidIt(bonus, next);
        theLedgerBalances(next, 6000);

        PayMonth december = october.in("2026-12");
        december.service(bob, town, "duty", 60, false);
        assertThat(december.amounts(december.paid(300, town))).isEqualTo(Map.of("bob", 300L));
        everyChangeWasAnnounced(bonus, 3);
    }

    private void thePoolIsNamedThatPaidIt(UUID bonus, UUID run) {
        JsonNode settling = november.auditor()
                .get(RewardDesk.PATH + "/" + bonus + "/settlements")
                .json()
                .path(0);
        assertThat(settling.path("runId").asString()).isEqualTo(run.toString());
        assertThat(settling.path("status").asString()).isEqualTo("paid");
        assertThat(settling.path("poolId").asString())
                .isEqualTo(november.read(run).json().path("poolId").asString());
    }

    private void everyChangeWasAnnounced(UUID id, int changes) {
        await().atMost(SOON).until(() -> events.bodies("incentive.rewards", id).size() == changes);
        events.bodies("incentive.rewards", id)
                .forEach(body -> EventContract.assertValid("incentive.reward-changed.v1", body));
    }

    @Test
    void aDeductionIsKeptBackAndGoesToTheOthers() {
        desk.effective(town, "ann", "deduction", 300L);
        UUID next = paidNovember();
        assertThat(november.amounts(next))
                .as("6300 are split, and ann gives 300 of hers back")
                .isEqualTo(Map.of("ann", 2100L - 300, "bob", 1050L, "eve", 3150L));
        theLedgerBalances(next, 6000);
    }

    @Test
    void aDeductionBeyondWhatSomebodyEarnsIsKeptBackLater() {
        desk.effective(town, "ann", "deduction", 400L);
        november.service(ann, town, "duty", 10, false);
        november.service(bob, town, "duty", 590, false);
        UUID next = november.paid(600, town);
        assertThat(november.amounts(next)).as("a sixtieth is all she earns").containsEntry("bob", 600L);
        PayMonth december = october.in("2026-12");
        december.service(ann, town, "duty", 60, false);
        december.service(bob, town, "duty", 60, false);
        UUID last = december.paid(2000, town);
        long keptBack = fen("select -sum(amount_fen) from pay_correction where run_id in (?, ?)", next, last);
        assertThat(keptBack).as("all of it by now, and no more").isEqualTo(400);
        theLedgerBalances(last, 2000);
    }

    @Test
    void aDeductionIsAtMostAFifthOfWhatTheLastRunGave() {
        Answer refused = desk.propose(town, "ann", "deduction", 401L);
        assertThat(refused.code()).isEqualTo("reward.deduction-too-large");
        assertThat(desk.propose(town, "ann", "deduction", 400L).status()).isEqualTo(201);
        assertThat(desk.propose(village, null, "deduction", 601L).code()).isEqualTo("reward.deduction-too-large");
    }

    /** I10: two proposals that fit one by one do not fit together; the second takes no effect until the first is revoked. */
    @Test
    void deductionsOfOneRunAreLimitedTogether() {
        UUID first = desk.noticed(town, "ann", "deduction", 300L);
        UUID second = desk.noticed(town, "ann", "deduction", 200L);
        UUID others = desk.noticed(town, "bob", "deduction", 200L);
        List.of(first, second, others).forEach(desk::daysPass);
        assertThat(desk.effect(first).status()).isEqualTo(200);

        Answer refused = desk.effect(second);
        assertThat(refused.code()).isEqualTo("reward.deduction-too-large");
        assertThat(refused.json().path("detail").asString()).contains("3.00", "1.00");
        assertThat(desk.effect(others).status()).as("bob's own share").isEqualTo(200);

        desk.revoked(first);
        assertThat(desk.effect(second).status()).isEqualTo(200);
        UUID next = paidNovember();
        assertThat(fen("select -sum(amount_fen) from pay_correction where run_id = ?", next))
                .isEqualTo(400);
    }

    @Test
    void deductionsThatTakeEffectAtOnceAreLimitedTogether() {
        List<UUID> cases = IntStream.range(0, 8)
                .mapToObj(number -> desk.noticed(town, "ann", "deduction", 150L))
                .toList();
        cases.forEach(desk::daysPass);
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            cases.forEach(one -> storm.submit(() -> desk.effect(one)));
        }
        assertThat(fen("select -sum(amended) from pay_amendment where member_id = ?", ann))
                .as("two of 150 within 400")
                .isEqualTo(300);
    }

    @Test
    void whatAnInstitutionGetsIsItsPeoplesByTheirPoints() {
        UUID bonus = desk.effective(town, null, "bonus", 100L);
        UUID penalty = desk.effective(village, null, "deduction", 30L);
        UUID next = paidNovember();
        assertThat(november.amounts(next))
                .as("5930 are split: 1976.67, 988.33 and 2965; 100 in thirds to the township, 30 from the village")
                .isEqualTo(Map.of("ann", 1977L + 67, "bob", 988L + 33, "eve", 2965L - 30));
        JsonNode cause = november.statement(next, "eve")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0)
                .path("causes");
        assertThat(cause.path(0).path("id").asString()).isEqualTo(penalty.toString());
        assertThat(cause.path(1).isMissingNode()).as("not %s of others", bonus).isTrue();
        theLedgerBalances(next, 6000);
    }

    @Test
    void aCaseThatIsRevokedBeforeItsPaymentChangesNothing() {
        desk.revoked(desk.effective(town, "bob", "bonus", 600L));
        assertThat(november.amounts(paidNovember())).isEqualTo(Map.of("ann", 2000L, "bob", 1000L, "eve", 3000L));
    }

    @Test
    void aCaseThatIsRevokedAfterItsPaymentIsReversedWithTheNextRun() {
        UUID bonus = desk.effective(town, "bob", "bonus", 600L);
        UUID penalty = desk.effective(village, "eve", "deduction", 60L);
        paidNovember();
        desk.revoked(bonus);
        desk.revoked(penalty);
        PayMonth december = october.in("2026-12");
        work(december);
        UUID last = december.paid(6000, town, village);
        assertThat(december.amounts(last))
                .as("6540 are split: 600 come back from bob, eve is given 60 back")
                .isEqualTo(Map.of("ann", 2180L, "bob", 1090L - 600, "eve", 3270L + 60));
        JsonNode causes = december.statement(last, "bob")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0)
                .path("causes");
        assertThat(causes.valueStream().map(one -> one.path("kind").asString()))
                .containsExactly("reward", "revocation");
        theLedgerBalances(last, 6000);
        assertThat(desk.status(bonus)).isEqualTo("revoked");
    }

    @Test
    void aRunWithRewardsGivesTheSameBytesWhenItIsComputedAgain() {
        desk.effective(town, null, "bonus", 101L);
        desk.effective(town, "bob", "deduction", 7L);
        UUID next = paidNovember();
        assertThat(november.auditor()
                        .get("/v1/pay-runs/" + next + "/recomputation")
                        .json()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutASettledRunThereIsNothingToAddTo() {
        UUID fresh = october.institution("N", 500);
        assertThat(desk.propose(fresh, null, "bonus", 5L).code()).isEqualTo("reward.nothing-settled");
        assertThat(desk.propose(fresh, null, "commendation", null).status())
                .as("what is not money needs none")
                .isEqualTo(201);
    }

    private void theLedgerBalances(UUID run, long pool) {
        assertThat(fen("select sum(amount_fen) from pay_payment where run_id = ?", run))
                .isEqualTo(pool);
        assertThat(fen("""
                        select coalesce(sum(l.debit_fen) - sum(l.credit_fen), 0) from ledger_line l
                        join ledger_entry e on e.id = l.entry_id where e.source_id = ?
                        """, run)).isZero();
        assertThat(fen("select count(*) from ledger_entry where source_id = ?", run))
                .isEqualTo(3);
    }

    private long fen(String sql, UUID... runs) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (UUID run : runs) {
            statement = statement.param(Ids.bytes(run));
        }
        return statement.query(Long.class).single();
    }
}
