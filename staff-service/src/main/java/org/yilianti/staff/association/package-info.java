/**
 * The association itself: its name, and which day it is there (R1).
 *
 * <p>The id comes with the caller's token; the first PUT, with {@code If-Match: "0"}, registers the association.
 */
@ApplicationModule(allowedDependencies = "entry")
@NullMarked
package org.yilianti.staff.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
