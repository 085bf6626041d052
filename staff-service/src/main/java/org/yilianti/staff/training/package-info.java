/**
 * Training: courses and their sessions, fair selection, credits against the yearly need, and what it costs (R7).
 *
 * <p>Invariants: a session never has more people than places and an institution never commits more than its budget and permits of the
 * year, however many offices enrol at once. Who gets a place in a sought-after session follows from criteria and a tie rule that were
 * published with it and cannot change once somebody has applied; every score shows how it came about. Credits are never changed:
 * what was wrong is annulled. A temporary course becomes a standing one by a second person's decision, when it has proved itself.
 *
 * <p>Decisions: places and commitments are counted under the lock of the session and of the budget's row, in that order, after
 * that of the member: whoever needs several locks all sessions by their ids, then all budgets by their institutions and years. Credits are of two classes, and each class counts only up to a
 * limit (CME rules: class I 5 to 10, class II 15 to 20 of 25 a year). Courses, sessions, enrolments, budgets and credits are state
 * events, {@code staff.training-programme-changed.v1} and so on: every version is told, of enrolments by {@link EnrolmentBook}. They say
 * neither how a rank came about nor why; what a budget has committed follows from the enrolments.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "listing", "bulk", "alert", "association", "institution", "member", "membership"
        })
@NullMarked
package org.yilianti.staff.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
