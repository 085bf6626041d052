package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

/** Late and corrected facts of a paid month become differences in the next run (I7). */
@ServiceTest
class CorrectionTests {

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

    private PayMonth october;
    private PayMonth november;
    private UUID place;
    private UUID ann;
    private UUID bob;

    @BeforeEach
    void twoPeopleAndTwoMonths() {
        october = new PayMonth(port, institutions, members, records);
        november = october.in("2026-11");
        place = october.institution("A", 1000);
        ann = october.member("ann", "junior");
        bob = october.member("bob", "junior");
    }

    @Test
    void aLateRecordOfAPaidMonthIsPaidWithTheNextAndItsColleagueGivesBackAsMuch() {
        october.service(ann, place, "duty", 60, false);
        october.service(bob, place, "duty", 60, false);
        UUID paid = october.paid(1000, place);
        assertThat(october.amounts(paid)).isEqualTo(Map.of("ann", 500L, "bob", 500L));

        UUID late = october.service(ann, place, "duty", 120, false);
        october.arrive();
        theLateFactIsShown(paid, late);
        november.service(ann, place, "duty", 60, false);
        november.service(bob, place, "duty", 60, false);
        UUID next = november.paid(2000, place);

        assertThat(november.amounts(next))
                .as("a thousand each, and of October's thousand 750 to 250 instead of 500 each")
                .isEqualTo(Map.of("ann", 1250L, "bob", 750L));
        JsonNode correction = november.statement(next, "ann")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0);
        assertThat(correction.path("runId").asString()).isEqualTo(paid.toString());
        assertThat(correction.path("month").asString()).isEqualTo("2026-10");
        assertThat(correction.path("grantedFen").asLong()).isEqualTo(500);
        assertThat(correction.path("shouldFen").asLong()).isEqualTo(750);
        assertThat(correction.path("amountFen").asLong()).isEqualTo(250);
        assertThat(correction.path("leftFen").asLong()).isZero();
        theLedgerPaid(next, 2000);
        bothRunsCanBeComputedAgain(paid, next);

        PayMonth december = october.in("2026-12");
        december.service(bob, place, "duty", 60, false);
        assertThat(december.amounts(december.paid(300, place)))
                .as("nothing is corrected twice")
                .isEqualTo(Map.of("bob", 300L));
    }

    private void theLateFactIsShown(UUID paid, UUID late) {
        JsonNode facts = october.auditor()
                .get("/v1/pay-runs/" + paid + "/late-facts")
                .json()
                .path("items");
        assertThat(facts.size()).isEqualTo(1);
        assertThat(facts.path(0).path("recordId").asString()).isEqualTo(late.toString());
        assertThat(facts.path(0).path("what").asString()).isEqualTo("late");
        assertThat(facts.path(0).path("minutesNow").asInt()).isEqualTo(120);
    }

    private void theLedgerPaid(UUID run, long fen) {
        assertThat(jdbc.sql("""
                        select kind, sum(debit_fen), sum(credit_fen) from ledger_line l join ledger_entry e on e.id = l.entry_id
                        where e.source_id = ? group by e.id, kind order by kind
                        """)
                        .param(Ids.bytes(run))
                        .query((row, number) -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3))
                        .list())
                .containsExactly(
                        "pay-granted %1$d %1$d".formatted(fen),
                        "pay-released %1$d %1$d".formatted(fen),
                        "pool-allocated %1$d %1$d".formatted(fen));
    }

    private void bothRunsCanBeComputedAgain(UUID... runs) {
        for (UUID run : runs) {
            JsonNode again = october.auditor()
                    .get("/v1/pay-runs/" + run + "/recomputation")
                    .json();
            assertThat(again.path("identical").asBoolean()).isTrue();
            assertThat(again.path("digest").asString())
                    .hasSize(64)
                    .isEqualTo(again.path("storedDigest").asString());
            assertThat(again.path("knownAt").asString()).isNotEmpty();
        }
    }

    @Test
    void aWithdrawnRecordIsGivenBackAsFarAsThePersonEarnsAndTheRestLater() {
        UUID wrong = october.service(ann, place, "duty", 540, false);
        october.service(bob, place, "duty", 60, false);
        UUID paid = october.paid(1000, place);
        october.revise(wrong, ann, place, 540, "withdrawn");
        assertThat(october.auditor()
                        .get("/v1/pay-runs/" + paid + "/late-facts")
                        .json()
                        .path("items")
                        .path(0)
                        .path("what")
                        .asString())
                .isEqualTo("withdrawn");

        november.service(ann, place, "duty", 30, false);
        november.service(bob, place, "duty", 30, false);
        UUID next = november.paid(1000, place);
        JsonNode partly = november.statement(next, "ann").path("lines").path(0);
        long settled = partly.path("corrections").path(0).path("amountFen").asLong();
        assertThat(november.amounts(next)).isEqualTo(Map.of("ann", 0L, "bob", 1000L));
        assertThat(partly.path("amountFen").asLong())
                .as("all she earned was kept back")
                .isEqualTo(-settled);
        assertThat(partly.path("corrections").path(0).path("leftFen").asLong()).isEqualTo(-900 - settled);

        PayMonth december = october.in("2026-12");
        december.service(ann, place, "duty", 60, false);
        december.service(bob, place, "duty", 60, false);
        UUID last = december.paid(10_000, place);
        JsonNode rest = december.statement(last, "ann")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0);
        assertThat(rest.path("grantedFen").asLong()).isEqualTo(900 + settled);
        assertThat(rest.path("leftFen").asLong()).isZero();
        assertThat(december.amounts(last).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(10_000);
        theLedgerPaid(last, 10_000);
    }

    @Test
    void whoeverLeftIsPaidTheDifferenceOnAStatementOfTheirOwn() {
        october.service(bob, place, "duty", 60, false);
        october.paid(1000, place);
        october.service(ann, place, "duty", 60, false);
        october.arrive();
        november.service(bob, place, "duty", 60, false);
        UUID next = november.paid(600, place);
        assertThat(november.amounts(next)).isEqualTo(Map.of("ann", 500L, "bob", 100L));
        JsonNode line = november.statement(next, "ann").path("lines").path(0);
        assertThat(line.path("amountFen").asLong()).isZero();
        assertThat(line.path("records")).isEmpty();
        assertThat(line.path("corrections").path(0).path("amountFen").asLong()).isEqualTo(500);
    }

    @Test
    void aCancelledRunSettlesNothingAndItsCorrectionIsFoundAgain() {
        october.service(ann, place, "duty", 60, false);
        october.service(bob, place, "duty", 60, false);
        october.paid(1000, place);
        october.service(ann, place, "duty", 120, false);
        october.arrive();
        november.service(bob, place, "duty", 60, false);
        UUID evaluation = november.evaluated(Map.of(place, "1"), Map.of());
        UUID given = november.run(evaluation, november.pool(1000));
        november.calculate(given);
        assertThat(november.amounts(given)).isEqualTo(Map.of("ann", 250L, "bob", 750L));
        november.officer().post("/v1/pay-runs/" + given + "/cancellations", Map.of("reason", "again"));
        UUID again = november.run(evaluation, november.pool(2000));
        november.calculate(again);
        assertThat(november.amounts(again)).isEqualTo(Map.of("ann", 250L, "bob", 1750L));
    }

    @Test
    void aPoolBelowWhatItOwesFailsWithBothAmounts() {
        october.service(bob, place, "duty", 60, false);
        october.paid(1000, place);
        october.service(ann, place, "duty", 60, false);
        october.arrive();
        UUID elsewhere = november.member("eve", "junior");
        november.service(elsewhere, place, "duty", 60, false);
        UUID run = november.run(november.evaluated(Map.of(place, "1"), Map.of()), november.pool(499));
        JsonNode failed = november.calculate(run).json();
        assertThat(failed.path("calculation").path("failure").path("message").asString())
                .isEqualTo(
                        "The pool is 4.99 yuan, but corrections of earlier runs come to 5.00 yuan. Take a larger pool.");
    }
}
