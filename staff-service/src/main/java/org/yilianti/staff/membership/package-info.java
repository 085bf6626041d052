/**
 * When institutions join and leave the association, by themselves or because they are merged into another (R1).
 *
 * <p>Invariants: the periods of an institution do not overlap; one that is merged goes on as an institution that is in the association on
 * that day. Days may lie ahead. An institution of which no period was recorded has been in the association all along, so nobody has
 * to enter what has always been so.
 *
 * <p>Decisions: whoever administers the association decides, not the institution's own office. A departure ends neither posts nor
 * agreements: those who keep them learn of it by the state event {@code staff.institution-membership-changed.v1} and end them by their own
 * verbs. But it has consequences: from the day on which an institution has left nobody is appointed there (an appointment that began
 * before, even before it joined, is history and stays); its staff and its authorised posts do not count in reports as of days on which
 * it does not belong, in its own as in the association's; and what goes on there after that day, appointments, contracts and posts, is
 * alerted until somebody moves or ends it. Lists, search and records find it as before. Reports go by the periods as recorded now, also
 * where they ask what was known earlier.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "bulk", "association", "institution", "member", "alert"})
@NullMarked
package org.yilianti.staff.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
