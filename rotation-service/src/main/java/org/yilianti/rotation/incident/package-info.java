/**
 * Medical incidents in practice under an agreement (M3): reported, reviewed, settled, closed; and who bears which part of the damage.
 *
 * <p>Invariants. An incident is apportioned by the version of the agreement that was in force when it occurred, exactly: the parts sum to
 * the damage, by largest remainder, ties in the order home, host, member. Other parts need a proposal of one institution and the consent of
 * the other, by another person, and sum to the damage as well. Who settles has not reported it, who closes has not settled it. Every step
 * is kept.
 *
 * <p>Decisions. Practice at the own institution has no agreement to be apportioned by, so an incident there is not kept here. The shares
 * that applied are copied into the incident, since they are evidence; the agreement's version is named beside them. A closed incident
 * changes no more. Descriptions stay in this service; events carry amounts and states only.
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement", "service", "sharing", "notification"})
@NullMarked
package org.yilianti.rotation.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
