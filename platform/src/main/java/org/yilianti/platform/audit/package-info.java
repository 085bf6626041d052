/**
 * The audit trail: one row per decision or change, append-only and hash-chained.
 *
 * <p>A row is written in the transaction of what it tells. A sealer, one at a time over all instances, chains committed rows every
 * second: {@code hash = SHA-256(previous hash ‖ fields)}. Sealing later keeps writers from queueing for the end of the chain;
 * the price is a window of about a second in which a row is not yet protected.
 */
@NullMarked
package org.yilianti.platform.audit;

import org.jspecify.annotations.NullMarked;
