/**
 * Rewards and punishments of persons and institutions, as far as promotions (R9) and directors' results (R10) ask; decided in
 * incentive-service (I10), heard from its topic.
 *
 * <p>Invariants: only what took effect is known here, and what was revoked counts for nothing. Grounds and amounts are not heard.
 *
 * <p>Decisions: hearing the same state again changes nothing; a revocation that is heard without what it revokes, as from a compacted topic,
 * is kept as revoked. What was told of a record that was merged into another counts for the other.
 */
@ApplicationModule(allowedDependencies = {"entry", "association", "member"})
@NullMarked
package org.yilianti.staff.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
