package org.yilianti.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting until a started process does its work. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LINES_SEARCHED = 400;

    private Readiness() {}

    /**
     * Waits until the check holds.
     *
     * @throws IllegalStateException with the reason its log gives, if the process ends or the time is up before
     */
    public static void await(ChildProcess process, Duration timeout, BooleanSupplier ready) {
        awaitAnswer(process, timeout, () -> ready.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits until there is an answer, and returns it.
     *
     * @throws IllegalStateException with the reason its log gives, if the process ends or the time is up before
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
        return new IllegalStateException("%s %s (%s): look into %s"
                .formatted(process.name(), what, reason(process.lastLines(LINES_SEARCHED)), process.log()));
    }

    /** The deepest cause of the last failure that was logged, or else the last word. */
    private static String reason(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("Caused by: "))
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst())
                .orElse("without a word");
    }
}
