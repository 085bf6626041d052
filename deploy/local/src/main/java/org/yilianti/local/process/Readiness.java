package org.yilianti.local.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting until a started process does its work. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LINES_SHOWN = 15;

    private Readiness() {}

    /**
     * Waits until the check holds.
     *
     * @throws IllegalStateException with the end of its log, if the process ends or the time is up before
     */
    public static void await(ChildProcess process, Duration timeout, BooleanSupplier ready) {
        awaitAnswer(process, timeout, () -> ready.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits until there is an answer, and returns it.
     *
     * @throws IllegalStateException with the end of its log, if the process ends or the time is up before
     */
    public static <T> T awaitAnswer(ChildProcess process, Duration timeout, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + timeout.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (!process.isAlive()) {
                throw failure(process, "ended while starting");
            }
            if (System.nanoTime() > end) {
                throw failure(process, "was not ready after %d s".formatted(timeout.toSeconds()));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failure(process, "was interrupted while starting");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer.get();
    }

    private static IllegalStateException failure(ChildProcess process, String what) {
        return new IllegalStateException("%s %s; the end of %s:%n%s"
                .formatted(process.name(), what, process.log(), String.join("\n", process.lastLines(LINES_SHOWN))));
    }
}
