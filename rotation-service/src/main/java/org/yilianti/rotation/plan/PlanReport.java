package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.yilianti.rotation.solver.ProgressListener;
import org.yilianti.rotation.solver.SolveProgress;

/** Tells what the search reports, not too often, and saves the best plan from time to time; what others spent before is counted in. */
final class PlanReport implements ProgressListener {

    private final UUID planId;
    private final UUID owner;
    private final SearchEffort before;
    private final PlanJobManagement jobs;
    private final PlanSettings settings;
    private final Clock clock;
    private Instant toldAt = Instant.EPOCH;
    private Instant savedAt;

    PlanReport(
            UUID planId, UUID owner, SearchEffort before, PlanJobManagement jobs, PlanSettings settings, Clock clock) {
        this.planId = planId;
        this.owner = owner;
        this.before = before;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
        this.savedAt = clock.instant();
    }

    @Override
    public void progressed(SolveProgress progress) {
        Instant now = clock.instant();
        SearchEffort spent = before.plus(progress.steps(), progress.elapsed().toMillis());
        if (due(toldAt, settings.tell(), now)) {
            toldAt = now;
            OptionalLong bound = progress.incumbent().bound();
            jobs.tell(
                    planId,
                    owner,
                    new PlanProgress(
                            spent.steps(),
                            spent.elapsedMillis(),
                            progress.incumbent().cost(),
                            bound.isPresent() ? bound.getAsLong() : null));
        }
        if (due(savedAt, settings.save(), now)) {
            savedAt = now;
            jobs.save(planId, owner, progress.incumbent().assignments(), spent);
        }
    }

    private static boolean due(Instant last, Duration every, Instant now) {
        return !now.isBefore(last.plus(every));
    }
}
