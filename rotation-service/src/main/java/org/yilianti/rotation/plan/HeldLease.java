package org.yilianti.rotation.plan;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.yilianti.rotation.solver.Cancellation;

/**
 * A worker's lease of a plan, renewed while the question is built, while the search runs and while the result is told and kept, so that
 * nobody takes over a large plan whose worker is alive. Once lost, or told to stop, it stays so.
 */
final class HeldLease implements Cancellation, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HeldLease.class);

    private final UUID planId;
    private final UUID owner;
    private final PlanJobManagement jobs;
    private final BooleanSupplier stopping;
    private final Duration beat;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param beat how often the lease is renewed: well below what it lasts */
    HeldLease(UUID planId, UUID owner, PlanJobManagement jobs, BooleanSupplier stopping, Duration beat) {
        this.planId = planId;
        this.owner = owner;
        this.jobs = jobs;
        this.stopping = stopping;
        this.beat = beat;
        Thread.ofVirtual().name("plan-lease").start(this::renewUntilClosed);
    }

    @Override
    public boolean requested() {
        if (stopping.getAsBoolean()) {
            lost.set(true);
        }
        return lost.get();
    }

    private void renewUntilClosed() {
        try {
            while (!lost.get() && !closed.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            if (!jobs.renew(planId, owner)) {
                lost.set(true);
            }
        } catch (DataAccessException | TransactionException unavailable) {
            log.info("the lease of plan {} could not be renewed now; trying again", planId);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
