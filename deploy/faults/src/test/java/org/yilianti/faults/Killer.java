package org.yilianti.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.awaitility.Awaitility;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.sample.MonthListener;

/** Kills each process once, some time into a step of the month, and makes sure that it really died and came back. */
final class Killer implements MonthListener {

    /** Which process dies in which step, how long after the step began. */
    private static final Map<String, List<Blow>> PLAN = new LinkedHashMap<>(Map.of(
            "import", List.of(new Blow("staff-service", Duration.ofMillis(900))),
            "practice", List.of(new Blow("gateway", Duration.ofMillis(400))),
            "roster", List.of(new Blow("rotation-service", Duration.ofMillis(2500))),
            "suspension", List.of(new Blow("kafka", Duration.ofMillis(30))),
            "service", List.of(new Blow("database", Duration.ofMillis(600))),
            "pay", List.of(new Blow("incentive-service", Duration.ofMillis(700)))));

    private record Blow(String process, Duration after) {}

    /** A death that was seen: which process, its id before and after. */
    record Death(String process, long pidBefore, long pidAfter) {}

    private final LocalPlatform platform;
    private final MonthListener others;
    private final List<CompletableFuture<Death>> deaths = new ArrayList<>();

    Killer(LocalPlatform platform, MonthListener others) {
        this.platform = platform;
        this.others = others;
    }

    @Override
    public void step(String name) {
        others.step(name);
        for (Blow blow : PLAN.getOrDefault(name, List.of())) {
            Executor later = CompletableFuture.delayedExecutor(
                    blow.after().toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            deaths.add(CompletableFuture.supplyAsync(() -> kill(blow.process()), later));
        }
    }

    @Override
    public void answered(String account, String key) {
        others.answered(account, key);
    }

    private Death kill(String process) {
        long before = platform.pid(process).orElseThrow();
        platform.kill(process);
        long after = Awaitility.await("return of " + process)
                .atMost(Duration.ofMinutes(2))
                .until(() -> platform.pid(process).filter(pid -> pid != before), Optional::isPresent)
                .orElseThrow();
        return new Death(process, before, after);
    }

    /** All deaths so far; waits until each process has come back. */
    List<Death> deaths() {
        return deaths.stream().map(CompletableFuture::join).toList();
    }
}
