/**
 * Careers: the ladder of professional titles, who may climb it, and the echelon of each institution (R9).
 *
 * <p>Invariants: a case shows every condition with what is required and what was found when it was opened; only a case in which all are met
 * can be approved, by somebody else than who opened it; a member has one undecided or coming promotion. An approved title is borne from
 * its day on, by itself, and is announced then with the member.
 *
 * <p>Decisions: service at the grassroots is what hosts confirmed in rotation-service, heard from its topic; whoever is employed at a
 * township or community centre or a village clinic serves there every day. The law asks it of physicians (Physicians Law 2022 art. 46).
 * Credits count by full calendar years, as many as the policy of training says. A warning or deferral that stands bars the way for
 * as long as the policy {@code promotion-rewards} says, a commendation makes it shorter; what is revoked does neither. Each version of a
 * case is one state event {@code staff.promotion-case-changed.v1}, without its conditions and reasons.
 */
@ApplicationModule(
        allowedDependencies = {
            "entry",
            "listing",
            "bulk",
            "agenda",
            "association",
            "institution",
            "member",
            "membership",
            "training",
            "reward"
        })
@NullMarked
package org.yilianti.staff.career;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
