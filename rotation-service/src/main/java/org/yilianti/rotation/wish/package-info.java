/**
 * Wishes of staff (M7): a free day, a duty, or a certain shift on a day, with a weight. The planner honours them as far as their weight goes.
 *
 * <p>Invariants. A person has at most one wish for a day, and wishes for oneself only, or the home institution's office does. A wish is withdrawn,
 * never deleted: whether it was refused is part of the fairness ledger.
 *
 * <p>Decisions. Weights run from 1 to 5; what a point costs is policy. To wish for a duty names the shift, since "any duty" is what
 * the contract asks for anyway.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
