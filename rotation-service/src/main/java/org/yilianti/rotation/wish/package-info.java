/**
 * Wishes of staff (M7): a free day, a duty, or a certain shift on a day, with a weight. The planner honours them as far as their weight goes.
 *
 * <p>Invariants. A person has at most one wish for a day, and wishes for oneself only, or the home institution's office does. A wish is withdrawn,
 * never deleted: whether it was refused is part of the fairness ledger. What a person has entered, no file of an office replaces.
 *
 * <p>Decisions. Weights run from 1 to 5; what a point costs is policy. To wish for a duty names the shift, since "any duty" is what
 * the contract asks for anyway. <b>Files.</b> A row is one person's wish for one day: it adds one, changes the one that the office had
 * entered, or leaves the same one alone; rows that are wrong are told with all their reasons, the others are taken, and a mended file
 * can be sent again. Where the person's own wish says something else, the row is refused and names the day; likewise a person is told that
 * the office has entered a wish, and withdraws it before entering another. What a file does not mention stays as it is.
 */
@ApplicationModule(allowedDependencies = {"demand", "directory", "table"})
@NullMarked
package org.yilianti.rotation.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
