package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import org.yilianti.rotation.roster.PastDuties;
import org.yilianti.rotation.solver.History;

class MonthlyPlanTests {

    private static final UUID SITE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final PlanOutcome OUTCOME = new PlanOutcome(10, 8L, 5, 1, Map.of());

    @Test
    void aPlanIsQueuedSolvedDraftedAndPublished() {
        MonthlyPlan published = plan(SITE).claimed().drafted(OUTCOME).published();
        assertThat(published.status()).isEqualTo(PlanStatus.PUBLISHED);
        assertThat(published.outcome()).isEqualTo(OUTCOME);
    }

    @Test
    void onlyADraftIsPublished() {
        assertThatThrownBy(() -> plan(SITE).published()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> plan(SITE).claimed().published()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> plan(SITE).claimed().failed("why").published()).isInstanceOf(Refusal.class);
        MonthlyPlan published = plan(SITE).claimed().drafted(OUTCOME).published();
        assertThatThrownBy(published::published).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyAPlanThatIsQueuedOrBeingSolvedIsCancelledAndNothingFollows() {
        assertThat(plan(SITE).cancelled().status()).isEqualTo(PlanStatus.CANCELLED);
        MonthlyPlan cancelled = plan(SITE).claimed().cancelled();
        assertThatThrownBy(() -> cancelled.drafted(OUTCOME)).isInstanceOf(Refusal.class);
        MonthlyPlan draft = plan(SITE).claimed().drafted(OUTCOME);
        assertThatThrownBy(draft::cancelled).isInstanceOf(Refusal.class).hasMessage("plan.not-running");
    }

    @Test
    void anotherVersionOfADraftGoesOnFromIt() {
        MonthlyPlan draft = plan(SITE).claimed().drafted(OUTCOME);
        MonthlyPlan next = draft.revised(5, 9, Instant.EPOCH);
        assertThat(next.basedOn()).isEqualTo(draft.id());
        assertThat(next.status()).isEqualTo(PlanStatus.QUEUED);
        assertThatThrownBy(() -> plan(SITE).revised(5, 9, Instant.EPOCH)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNewerPlanMustCoverAllInstitutionsOfTheOneItReplaces() {
        MonthlyPlan both = plan(SITE, OTHER).claimed().drafted(OUTCOME).published();
        assertThatThrownBy(() -> both.supersededBy(plan(SITE)))
                .isInstanceOf(Refusal.class)
                .hasMessage("plan.overlaps-published");
        assertThat(both.supersededBy(plan(SITE, OTHER, UUID.randomUUID())).status())
                .isEqualTo(PlanStatus.SUPERSEDED);
    }

    @Test
    void dutiesBeforeTheMonthCountForRestRunsAndTheRunningWeek() {
        LocalDate start = LocalDate.of(2026, 10, 1);
        History history = new PastDuties(
                        start,
                        List.of(
                                duty(LocalDate.of(2026, 9, 26), 8, false),
                                duty(LocalDate.of(2026, 9, 29), 8, false),
                                duty(LocalDate.of(2026, 9, 30), 20, true)))
                .history(Set.of(SITE + "/X"));
        assertThat(history.consecutiveDays()).isEqualTo(2);
        assertThat(history.consecutiveNights()).isEqualTo(1);
        assertThat(history.weekMinutesBySite()).containsEntry(SITE.toString(), 960);
        assertThat(history.lastDuty()).hasValueSatisfying(last -> {
            assertThat(last.day()).isEqualTo(-1);
            assertThat(last.shiftType())
                    .as("so that what must not follow it does not")
                    .isEqualTo(SITE + "/X");
            assertThat(last.endMinute()).isEqualTo(240);
        });
    }

    private static MonthlyPlan plan(UUID... sites) {
        return MonthlyPlan.requested(UUID.randomUUID(), YearMonth.of(2026, 10), Set.of(sites), 8, 1, Instant.EPOCH);
    }

    private static Duty duty(LocalDate day, int hour, boolean night) {
        Instant start = day.atTime(hour, 0).atZone(AssociationZone.ZONE).toInstant();
        return new Duty(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                SITE,
                UUID.randomUUID(),
                day,
                "X",
                null,
                null,
                start,
                start.plusSeconds(8 * 3600),
                night,
                DutyStatus.ASSIGNED,
                null,
                1);
    }
}
