/**
 * Emergency teams: who leads them, who serves and stands in reserve, how ready they are, and drills (R12).
 *
 * <p>Invariants: a team has one leader and no more deputies than the policy says; nobody counts in two teams (in reserve they may);
 * readiness that somebody declared is verified by somebody else, or by a drill in which they came in time. A term is renewed by
 * somebody else than who set the team up.
 *
 * <p>Decisions: people serve as long as their team's term; what is lacking (people, deputies, skills, readiness, drills, the term
 * itself) is not refused but reported, since a team that is short of people has to be usable all the same. Whoever is
 * appointed nowhere in the association, or only at institutions that have left it, counts for nothing that is asked of the team; the
 * teams of an institution that has left are not reported at all. Declarations grow old by
 * the policy. Every change is one state event {@code staff.emergency-team-changed.v1} with everybody in it, for call-ups.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "listing", "bulk", "alert", "association", "institution", "member", "membership"
        })
@NullMarked
package org.yilianti.staff.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
