package org.yilianti.sample.client;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How long to wait for something that others do, and how often to look.
 *
 * @param limit how long one thing may take
 * @param pause between two looks
 */
public record Patience(Duration limit, Duration pause) {

    /** Two minutes, looking five times a second. */
    public static Patience usual() {
        return new Patience(Duration.ofMinutes(2), Duration.ofMillis(200));
    }

    /**
     * Looks until what is seen satisfies {@code done}.
     *
     * @param what completes "waited for …" in the error
     * @throws ImpatientException when the limit has passed; it says what was seen last
     */
    public <T> T until(String what, Supplier<T> look, Predicate<? super T> done) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = look.get();
            if (done.test(seen)) {
                return seen;
            }
            if (System.nanoTime() - end > 0) {
                throw new ImpatientException(
                        "waited %d s for %s; last seen: %s".formatted(limit.toSeconds(), what, seen));
            }
            rest();
        }
    }

    void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImpatientException("interrupted while waiting");
        }
    }

    /** Something did not happen in time. */
    public static final class ImpatientException extends RuntimeException {
        ImpatientException(String message) {
            super(message);
        }
    }
}
