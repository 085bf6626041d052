/**
 * Periodic assessment of licence holders and what follows from it (R5; Physicians Law 2022 art. 42).
 *
 * <p>Invariants: one standing assessment per licence and cycle, one standing repeat per failed one. A failed assessment suspends the
 * licence at once; it may be repeated when the suspension has lasted as long as the policy says; a passed repeat ends the suspension on its
 * day, a failed one revokes the licence. Results are never changed: a wrong one is annulled, latest first, which takes back exactly what
 * followed from it.
 *
 * <p>Decisions: cycles are fixed periods of the association, counted from a first day by kind of licence, so whoever has no assessment in
 * the present cycle shows as due before it ends. The suspension has no end of its own: by law only a passed repeat permits practice again.
 * Each change is one state event {@code staff.assessment-changed.v1}.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "listing", "bulk", "alert", "association", "institution", "member", "credential"
        })
@NullMarked
package org.yilianti.staff.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
