/**
 * The cover an institution needs in a month (M6): shifts by weekday, category, specialty and head count.
 *
 * <p>Invariants. One demand per institution and month; shift codes are unique in it; minimum ≤ desired. Times are the association's local
 * times; a shift that starts at 00:00 with {@code night} is the small hours of its date.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
