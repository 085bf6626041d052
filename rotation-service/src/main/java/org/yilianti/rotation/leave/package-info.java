/**
 * Leave and absence (M9): days on which somebody must not be planned.
 *
 * <p>Invariants. Leave is granted by somebody other than who asked for it and never by the person on leave, also by the database. An
 * absence (sick, emergency) counts at once and is decided by nobody. Pending and granted leave of one person never overlaps; requests for one
 * person queue at the person's lock. Whatever makes a day a day of leave tells it inside the transaction
 * ({@link org.yilianti.rotation.leave.LeaveGranted}), so duties of that day lose their person in the same transaction.
 *
 * <p>Decisions. The kind of leave is visible to the person and to those who plan at the home institution only; a duty released by leave says
 * {@code leave}, never why. Leaves of absence that the staff registry grants (staff-service tells them as state, newest version only) count
 * beside the requests made here and may overlap them; a longer one takes more duties away, a shorter or annulled one frees the days.
 * Being away is no matter of lawful practice: decisions and agreements are untouched by it. Cancelling granted leave makes the days free again but gives no duty back: somebody else may have it.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
