/**
 * The staff registry: every institution, person, appointment and licence of a medical association.
 *
 * <p>Packages are nouns of the subject; the root of each is its API, {@code web} its HTTP edge, {@code batch} its lists. Other
 * services learn of changes only through the state events on {@code staff.institutions}, {@code staff.members} and
 * {@code staff.licences}.
 */
@NullMarked
package org.yilianti.staff;

import org.jspecify.annotations.NullMarked;
