/**
 * The month of the sample association over the real processes: undisturbed, started again, and with every process killed once.
 *
 * <p>After each the invariants V1 to V7 are checked by {@link org.yilianti.faults.Invariants}, which reads the databases and the broker
 * directly and shares no code with the services; it is itself shown to fail when one of them is broken.
 */
@NullMarked
package org.yilianti.faults;

import org.jspecify.annotations.NullMarked;
