package org.yilianti.local.platform;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.yilianti.local.process.Component;

/** Starts components again that died, and gives up on one that keeps dying. */
final class Supervisor {

    /** So many deaths within the time are survived; one more is too many. */
    static final int DEATHS = 5;

    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LINES_SHOWN = 10;

    private final Map<Component, Watch> watches = new ConcurrentHashMap<>();
    private final Consumer<String> report;
    private final Consumer<Component> giveUp;

    /**
     * @param report gets each death and each return, for people
     * @param giveUp gets a component that keeps dying, once
     */
    Supervisor(Consumer<String> report, Consumer<Component> giveUp) {
        this.report = report;
        this.giveUp = giveUp;
    }

    /** Watches a component that runs. */
    void watch(Component component) {
        Watch watch = new Watch(component);
        if (watches.putIfAbsent(component, watch) == null) {
            Thread.ofVirtual().name("watch " + component.name()).start(watch);
        }
    }

    /** Leaves the component alone from now on: its end is wanted. */
    void release(Component component) {
        Watch watch = watches.remove(component);
        if (watch != null) {
            watch.released = true;
        }
    }

    /** The care for one component. */
    private final class Watch implements Runnable {

        private final Component component;
        private final Deque<Long> deaths = new ArrayDeque<>();
        private volatile boolean released;

        Watch(Component component) {
            this.component = component;
        }

        @Override
        public void run() {
            component.process().onExit().join();
            while (!released) {
                if (diesTooOften()) {
                    release(component);
                    giveUp.accept(component);
                } else {
                    reportDeath();
                    startAgain();
                    component.process().onExit().join();
                }
            }
        }

        private boolean diesTooOften() {
            deaths.addLast(System.nanoTime());
            while (System.nanoTime() - deaths.getFirst() > WITHIN.toNanos()) {
                deaths.removeFirst();
            }
            return deaths.size() > DEATHS;
        }

        private void startAgain() {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                if (!released) {
                    component.start();
                    report.accept("%s works again".formatted(component.name()));
                }
            } catch (IllegalStateException | UncheckedIOException failed) {
                // The log tells why, and the next round shows it; a process that only hangs must not stay.
                component.process().kill();
            } catch (InterruptedException e) {
                release(component);
            }
        }

        private void reportDeath() {
            report.accept("%s ended unexpectedly and is started again; the end of %s:%n    %s"
                    .formatted(
                            component.name(),
                            component.process().log(),
                            String.join("\n    ", component.process().lastLines(LINES_SHOWN))));
        }
    }
}
