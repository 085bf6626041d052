package org.yilianti.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.Module;
import org.yilianti.local.platform.PlatformSettings;
import org.yilianti.sample.MonthSummary;
import org.yilianti.sample.QuarterSummary;

/** The main job, end to end, over the four real processes, a real database and a real broker (M1, M2, M7, M10, I5, I6, I9). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthTests {

    private final Journal journal = new Journal();
    private MonthSummary undisturbed;

    @TempDir
    static Path quiet;

    @TempDir
    static Path disturbed;

    @Test
    @Order(1)
    void theMonthAddsUpFromTheImportedListsToThePaidPool() {
        try (LocalPlatform platform = LocalPlatform.open(PlatformSettings.forTest(quiet), System.out::println)) {
            platform.start();
            undisturbed = Month.play(platform, System.out, journal);
            assertConsistent(undisturbed);
            assertInvariants(platform, journal);
        }
    }

    private static void assertConsistent(MonthSummary month) {
        assertThat(month.imports()).hasSize(4).allSatisfy((list, imported) -> {
            assertThat(imported.accepted()).as(list).isPositive();
            assertThat(imported.rejected()).as(list).isPositive();
            assertThat(imported.accepted() + imported.rejected()).as(list).isEqualTo(imported.total());
        });
        assertThat(month.practice())
                .extracting(
                        MonthSummary.Practice::applied,
                        MonthSummary.Practice::filed,
                        MonthSummary.Practice::refusedByRule,
                        MonthSummary.Practice::refusedByPerson)
                .containsExactly(12, 10, 1, 1);
        assertThat(month.roster().planned()).isPositive();
        assertThat(month.suspension().released()).isPositive();
        assertThat(month.suspension().open())
                .isEqualTo(month.suspension().released() + month.roster().unmet());
        assertThat(month.service().recorded() + month.service().rejected())
                .isEqualTo(month.service().reported());
        assertThat(month.service().rejected()).isEqualTo(2);
        assertThat(month.service().flags()).containsKey("unlawful-practice");
        assertThat(month.service().confirmed())
                .isEqualTo(month.service().recorded() - month.service().flagged());
        assertThat(month.pay().paidFen()).isEqualTo(month.pay().poolFen());
        assertThat(month.pay().ledgerBalanceFen()).isZero();
        assertThat(month.pay().explained()).isNotBlank();
    }

    @Test
    @Order(2)
    void theStateSurvivesARestartAndPlayingTheMonthAgainDoesNothingTwice() {
        try (LocalPlatform platform = LocalPlatform.open(PlatformSettings.forTest(quiet), System.out::println)) {
            platform.start();
            Stores stores = Stores.of(platform);
            long records = stores.count(Module.ROTATION, "select sum(events) from outbox_event");
            long bookings = stores.count(Module.INCENTIVE, "select count(*) from ledger_entry");
            MonthSummary again = Month.play(platform, System.out, journal);
            assertThat(again.totals()).isEqualTo(undisturbed.totals());
            assertThat(stores.count(Module.ROTATION, "select sum(events) from outbox_event"))
                    .isEqualTo(records);
            assertThat(stores.count(Module.INCENTIVE, "select count(*) from ledger_entry"))
                    .isEqualTo(bookings);
            assertQuarter(platform);
        }
    }

    /** Late records, an appeal, a returned bank line and a simulation, over a full quarter (I6, I7, I8, I9). */
    private void assertQuarter(LocalPlatform platform) {
        QuarterSummary quarter = Month.playQuarter(platform, System.out, journal);
        assertThat(quarter.months()).hasSize(3).allSatisfy(month -> {
            assertThat(month.paidFen()).as(month.month()).isEqualTo(month.poolFen());
            assertThat(month.statements()).as(month.month()).isEqualTo(5);
        });
        assertThat(quarter.lateFen()).isPositive();
        assertThat(quarter.appealFen()).isPositive();
        assertThat(quarter.repaidFen()).isEqualTo(quarter.returnedFen()).isPositive();
        assertThat(quarter.simulated()).isPositive();
        assertThat(quarter.ledgerBalanceFen()).isZero();
        assertThat(Month.playQuarter(platform, System.out, journal))
                .as("played again, nothing is done twice")
                .isEqualTo(quarter);
        assertInvariants(platform, journal);
    }

    @Test
    @Order(3)
    void theMonthEndsWithTheSameTotalsWhenEveryProcessIsKilledOnce() {
        try (LocalPlatform platform = LocalPlatform.open(PlatformSettings.forTest(disturbed), System.out::println)) {
            platform.start();
            Journal promised = new Journal();
            Killer killer = new Killer(platform, promised);
            MonthSummary killed = Month.play(platform, System.out, killer);
            assertThat(killer.deaths())
                    .extracting(Killer.Death::process)
                    .containsExactlyInAnyOrder(
                            "staff-service", "rotation-service", "incentive-service", "gateway", "kafka", "database");
            assertThat(killer.deaths())
                    .allSatisfy(death -> assertThat(death.pidAfter()).isNotEqualTo(death.pidBefore()));
            assertThat(killed.totals()).isEqualTo(undisturbed.totals());
            assertInvariants(platform, promised);
            InvariantControls.assertEachIsFoundWhenBroken(platform, promised);
        }
    }

    private static void assertInvariants(LocalPlatform platform, Journal journal) {
        assertThat(journal.promises()).hasSizeGreaterThan(50);
        Invariants invariants = new Invariants(Stores.of(platform), new Topics(platform.bootstrapServers()));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(invariants.broken(journal)).isEqualTo(List.of()));
        await().atMost(Duration.ofMinutes(1)).until(platform::isHealthy);
    }
}
