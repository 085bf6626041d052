/**
 * The incentive service: evaluates the work of an association's institutions and computes performance pay.
 *
 * <p>It learns of institutions, people and delivered service over Kafka alone ({@code directory}), scores institutions by a
 * published {@code scheme} in an {@code evaluation}, and splits the money of a {@code fund} pool over people in a {@code payrun},
 * every fen of which is booked in the {@code ledger}.
 *
 * <p><b>Invariants.</b> Money is whole fen; what is paid is exactly the pool; nobody's pay hangs on what patients are charged;
 * whoever makes a pay run does not review it.
 *
 * <p><b>Decisions.</b> A feature's root is its API; {@code web} and {@code messaging} are its edges. Features call each other only
 * as their {@code @ApplicationModule} declares. Bulk work is set-based SQL; a feature whose tables others may read in SQL says so
 * in its own package documentation.
 */
@NullMarked
package org.yilianti.incentive;

import org.jspecify.annotations.NullMarked;
