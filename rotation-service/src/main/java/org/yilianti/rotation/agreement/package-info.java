/**
 * Multi-site practice in force: what home, host and member agreed, and whether it stands.
 *
 * <p>Invariants. Liability shares sum to exactly 100.00; the insurance covers the term; two agreements of one member at one host do not
 * overlap (checked under the member's lock). An agreement is concluded only by the filing of its application.
 *
 * <p>Decisions. A sanction on the licence (suspension, revocation) suspends from its first day, in the transaction that learns of it; an
 * expiry suspends once it has come. When the cause ends the agreement is active again. The days it was suspended for stay
 * visible through the licence, so the standing keeps only the present state.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
