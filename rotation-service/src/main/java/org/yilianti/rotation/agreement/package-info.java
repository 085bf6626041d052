/**
 * Multi-site practice in force: what home, host and member agreed, and whether it stands.
 *
 * <p>Invariants. Liability shares sum to exactly 100.00; the timetable lies in the term, within the weekly hours, and one person can keep it
 * ({@link org.yilianti.rotation.agreement.TermsRules}). Two agreements of one member at one host do not overlap, and timetables of
 * different hosts do not clash (checked under the member's lock). An agreement is concluded only by the filing of its application. Its
 * terms change only by a proposal of one institution to which the other, by another person, consents; what was agreed before is kept,
 * and on every day of the term exactly one version is in force.
 *
 * <p>Decisions. Suspension is worked out from a list of causes: facts (followed by feature {@code cascade}) and decisions of registrars.
 * It is active exactly when no cause is open, so a cause that ends never lifts another, and what a registrar
 * decided is lifted only by a registrar. Past facts stay visible where they come from; past decisions stay in the list.
 * What was known when is kept in {@code practice_agreement_history} with every change. Amendments are never effective before the day on
 * which they are agreed: shares and caps of the past stay as they were. A copy carries a fingerprint that is computed from what is stored,
 * so that an altered copy and an altered row are both found out. A renewed insurance is a version too, though one side brings it: which policy
 * stood behind which day is read from the versions like everything else.
 */
@ApplicationModule(allowedDependencies = {"directory", "notification"})
@NullMarked
package org.yilianti.rotation.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
