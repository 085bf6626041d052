/**
 * Multi-site practice in force: what home, host and member agreed, and whether it stands.
 *
 * <p>Invariants. Liability shares sum to exactly 100.00; two agreements of one member at one host do not
 * overlap (checked under the member's lock). An agreement is concluded only by the filing of its application.
 *
 * <p>Decisions. Suspension is worked out from a list of causes: facts (followed by feature {@code cascade}), decisions of registrars and
 * occurrences of certain days. It is active exactly when no cause is open, so a cause that ends never lifts another, and what a registrar
 * decided is lifted only by a registrar. Past facts stay visible where they come from; past decisions and occurrences stay in the list.
 * What was known when is kept in {@code practice_agreement_history} with every change.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
