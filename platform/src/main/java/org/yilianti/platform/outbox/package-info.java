/**
 * Announcing changes: the transactional outbox and its relay to Kafka.
 *
 * <p>An event row is written in the transaction of its change. The relay locks those outbox partition rows that are free
 * ({@code FOR UPDATE SKIP LOCKED}), reads a batch of unsent rows of each in sequence, sends them with acks=all and idempotence, waits for
 * every acknowledgement, marks those of the partitions that failed in nothing and commits: one commit, since each waits for the disk. The
 * row locks are the fence: any number of instances keep the order of each aggregate. A crash between
 * acknowledgement and commit sends again; consumers are gated by version or id, so twice is harmless.
 *
 * <p>Decision: neighbouring events of one change share rows ({@link org.yilianti.platform.outbox.Pack}): a row costs the database far
 * more than the event in it, most of all to mark it sent, and packed they are a fifth of what it would log and flush. Setting {@code platform.events.pack: 1} gives each its own; it is needed while
 * replicas still run whose relay is of before shared rows, since that one would send a shared row as an event without content.
 *
 * <p>Decision: an own relay of few lines, since the registries at hand give no order per aggregate over several instances;
 * the table is shaped like Debezium's outbox event router so that a connector can take over, with rows of one event.
 */
@NullMarked
package org.yilianti.platform.outbox;

import org.jspecify.annotations.NullMarked;
