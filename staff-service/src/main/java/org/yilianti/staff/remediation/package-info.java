/**
 * Remediation: somebody in a technical post lacks a qualification that it needs (R6).
 *
 * <p>Invariants: one unfinished case per person and kind of gap. A case is met only when the qualification is there and every course
 * and exam of it was passed after it was opened; it is not met only after its deadline. What follows from a case that was not met,
 * a transfer out of the technical post or the end of the contract, is decided by somebody else than who found that it was not met. The
 * decision itself ends the post, and with the contract every post there, on the day decided; until that day it can be taken back, and
 * what was believed before is believed again.
 *
 * <p>Decisions: gaps are found by themselves from the policy of what each post needs, once an appointment has been known for the days
 * of grace in which licences are still being entered; cases whose ground is gone end by themselves. A suspended licence is held:
 * periodic assessment sees to it. Courses and exams are courses of training, so their results are recorded once. Each change is one
 * state event {@code staff.remediation-case-changed.v1}.
 */
@ApplicationModule(
        allowedDependencies = {
            "entry",
            "listing",
            "bulk",
            "alert",
            "association",
            "institution",
            "member",
            "contract",
            "credential",
            "training"
        })
@NullMarked
package org.yilianti.staff.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
