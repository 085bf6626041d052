/**
 * Directors' tenure: open selection, targets for the term, and results of each year and of the term (R10).
 *
 * <p>Invariants: who was selected stood on public notice for the days of the policy before the term begins; a post has one director
 * at a time and a person one post; targets have weights that sum to 1 and do not change once somebody else than who recorded them has
 * agreed to them; a result counts when somebody else has confirmed it, and stays then.
 *
 * <p>Decisions: what was reached of a target counts up to the whole of it, so that nothing makes up for a target that was missed; the
 * score is out of 100 and the grade follows from it by the policy. Each change is one state event
 * {@code staff.director-tenure-changed.v1}, for whoever rewards by it; what that led to
 * within the term, for the director or the institution, is shown with the results.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "listing", "bulk", "alert", "association", "institution", "member", "reward"})
@NullMarked
package org.yilianti.staff.tenure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
