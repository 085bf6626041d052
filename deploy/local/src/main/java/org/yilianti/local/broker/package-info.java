/**
 * The real broker: Apache Kafka in KRaft mode, from its own jars, in its own JVM.
 *
 * <p>Invariants: it listens on the loopback address only and its records survive every kind of end. Topics are never
 * created by accident: whoever publishes declares its topic, because partitions and compaction are part of the contract.
 */
@NullMarked
package org.yilianti.local.broker;

import org.jspecify.annotations.NullMarked;
