/**
 * The institutions of an association: hospitals, health centres, clinics and agencies, with their tier, catchment and functions (R1).
 *
 * <p>Invariants: a code is unique in the association and never changes; parents form no circle; one function of an institution does not
 * overlap itself. Each change is one version and one
 * state event {@code staff.institution-changed.v1}. Institutions number hundreds, so the batch path may hold all of them.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "bulk", "association"})
@NullMarked
package org.yilianti.staff.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
