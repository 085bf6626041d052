/**
 * When institutions join and leave the association, by themselves or because they are merged into another (R1).
 *
 * <p>Invariants: the periods of an institution do not overlap; one that is merged goes on as an institution that is in the association on
 * that day. Days may lie ahead. An institution of which no period was recorded has been in the association all along, so nobody has
 * to enter what has always been so.
 *
 * <p>Decisions: whoever administers the association decides, not the institution's own office. A departure ends neither posts nor
 * agreements: those who keep them learn of it by the state event {@code staff.institution-membership-changed.v1} and end them by their own
 * verbs.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "association", "institution"})
@NullMarked
package org.yilianti.staff.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
