/**
 * What somebody entered, in a form (JSON) or a file row (CSV), before it is believed.
 *
 * <p>Decision: both are read through one {@link org.yilianti.staff.entry.Entry} by one method per aggregate, so a rule holds in both
 * or in neither, with the same code. Fields carry their JSON name; a file's column is the same name in snake case.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yilianti.staff.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
