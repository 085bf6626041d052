/**
 * Pay pools: money given for the performance pay of a month (I4).
 *
 * <p>A month may have several pools: each is of a kind of performance pay, such as basic and reward, which has schemes and runs of its
 * own (see {@code payrun}).
 *
 * <p>proposed → confirmed, or rejected for a reason.
 *
 * <p><b>Invariants.</b> A pool has at least one fen, in Chinese yuan, and its money never changes. Whoever proposed it neither confirms nor
 * rejects it (also a database constraint); its receipt is booked in the ledger when it is confirmed, and no run has it before. It is paid
 * out by at most one run (see {@code payrun}).
 */
@ApplicationModule(displayName = "Funds", allowedDependencies = "ledger")
@NullMarked
package org.yilianti.incentive.fund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
