/**
 * What comes about by itself on a day: a suspension that ends, an appointment that begins (R3, R4).
 *
 * <p>Whoever records something with a future day plans it here in the same transaction; on that day, in the association's zone, the
 * feature's {@link org.yilianti.staff.agenda.AgendaWork} is called in a transaction of its own.
 *
 * <p>Invariant: an item is done by one replica at a time and goes only together with what it brought about, so that a killed process
 * loses none. Decision: an item is only a nudge. The work reads how things stand then, under its own lock, and does nothing when
 * what was planned has been overtaken; nobody needs to take an item back, and planning one twice does no harm.
 */
@ApplicationModule(allowedDependencies = "association")
@NullMarked
package org.yilianti.staff.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
