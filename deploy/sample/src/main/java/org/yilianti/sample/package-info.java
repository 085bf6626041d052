/**
 * Carries the sample association through one month of the main job by calling the gateway's public API as its users would.
 *
 * <p>Invariants: a month that was killed and is played again ends with the same result and does nothing twice, because every
 * key is derived from the step and the thing it is about; what others do in between (events, jobs) is waited for, with a
 * deadline and an error that says what was waited for.
 *
 * <p>Decision: one class per step, in the order of the month: {@link org.yilianti.sample.ImportStep},
 * {@link org.yilianti.sample.PracticeStep}, {@link org.yilianti.sample.RosterStep}, {@link org.yilianti.sample.SuspensionStep},
 * {@link org.yilianti.sample.ServiceStep}, {@link org.yilianti.sample.PayStep}; a step reads what it needs from the API and
 * from the script, not from the step before.
 */
@NullMarked
package org.yilianti.sample;

import org.jspecify.annotations.NullMarked;
