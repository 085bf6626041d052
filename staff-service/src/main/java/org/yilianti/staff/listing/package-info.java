/**
 * The order of lists: which columns a caller may sort by, and where the next page begins.
 *
 * <p>Invariant: every order ends with the unique id, so a page neither repeats nor skips a row while others come and go.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yilianti.staff.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
