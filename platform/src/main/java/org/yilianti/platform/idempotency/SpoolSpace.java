package org.yilianti.platform.idempotency;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.problem.Refusal;

/** What all requests of this process together may keep in {@link Spool}s: many large bodies at once shall not fill the disk. */
final class SpoolSpace {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    SpoolSpace(DataSize most) {
        this.most = most.toBytes();
    }

    /** Refuses (503) where so many bytes more are too many; what was refused is not taken. */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > most) {
            giveBack(bytes);
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "http.bodies-waiting");
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
