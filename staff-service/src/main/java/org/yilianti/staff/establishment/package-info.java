/**
 * Establishment: how many people an institution may employ for what, and whether its staff is what the standards ask for (R2).
 *
 * <p>Invariants: on no day could one person fall under two lines of an institution, so each main appointment takes up one post or none. An
 * institution that has lines on a day may hold main appointments only within them; beyond a line only under a permit of the association,
 * with a term and a reason in the audit trail. The lines of an institution are locked while somebody is appointed there, so the last vacancy
 * is given once.
 *
 * <p>Lines and permits are state events, {@code staff.authorised-post-changed.v1} and {@code staff.establishment-permit-changed.v1}; who holds
 * a line follows from members and their appointments.
 *
 * <p>Decisions: an institution without any line is not controlled, so that a registry can be filled before its establishment is known. Only
 * main appointments take up posts: whoever helps out elsewhere keeps the post at home. A line counts people by their category and title
 * as registered now; whoever is registered anew under another category or title must still fit the post they hold, except by a promotion,
 * which nobody takes back for want of a post. Control looks at the days on which something begins; when a permit or a line runs out, nobody is dismissed by a rule:
 * the vacancy shows as negative. A line and an appointment may each name a department by its code or its name: they meet when both mean the
 * same one that the institution keeps, each on its own first day, and also after the department was renamed. Where no departments are
 * kept, or a text fits none of them, they meet only by the same text. If departments are entered after lines, two lines may turn out
 * to be for one department: whoever appoints is held to the first, and both count its people, until somebody revises one.
 */
@ApplicationModule(
        allowedDependencies = {
            "entry",
            "listing",
            "bulk",
            "association",
            "institution",
            "member",
            "department",
            "membership"
        })
@NullMarked
package org.yilianti.staff.establishment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
