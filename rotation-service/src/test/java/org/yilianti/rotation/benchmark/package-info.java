/**
 * The roster benchmark: text instances of the shift-scheduling family of Curtois and Qu (schedulingbenchmarks.org), mapped through the
 * product's own model, solved by the product's engine, judged twice. Started by {@code deploy/bench/roster}.
 */
@NullMarked
package org.yilianti.rotation.benchmark;

import org.jspecify.annotations.NullMarked;
