/**
 * Open recruitment: campaigns, candidates, exams, rankings, public notice, offers and appointments (R8).
 *
 * <p>Invariants: a campaign offers no more places than its authorised posts have vacant, campaigns that run beside it included. What is
 * published does not change: conditions, weights, minimum scores, preference points, tie rules and reserved places are those that
 * candidates read. A second person publishes, and a second person approves a ranking. A candidate has one standing application in a
 * campaign. A ranking is what {@link org.yilianti.staff.recruitment.RankingRules} gives for the scores of its round: the same for any
 * order of candidates, with the reason of every place. Nobody gets an offer before the public notice is over and every objection
 * decided; an objection that is upheld reopens the campaign for the next round, and the earlier ranking stays on record.
 *
 * <p>Decisions: candidates are no members, so their numbers are sealed here as a member's are; whoever is appointed becomes a member, or is
 * the member they were already, and the application keeps no copy. All others are forgotten by themselves when the retention of
 * the policy {@code recruitment} is over. Files bring positions of drafts, new applications and scores by the rules of the forms; whether
 * somebody may compete, rankings and offers never come as a file. An application goes by the number that the office gave out, so that a
 * sheet of scores names nobody.
 * A campaign is announced since it is published ({@code staff.recruitment-campaign-changed.v1}), and of applications those only that
 * became an appointment ({@code staff.recruitment-appointment-changed.v1}): of other candidates nobody learns anything.
 * Every change of a campaign or of one of its applications locks the campaign's row first, then the application, the person, the
 * institutions.
 */
@ApplicationModule(
        allowedDependencies = {
            "entry",
            "listing",
            "bulk",
            "agenda",
            "alert",
            "association",
            "institution",
            "member",
            "establishment"
        })
@NullMarked
package org.yilianti.staff.recruitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
