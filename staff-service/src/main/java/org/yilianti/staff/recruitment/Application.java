package org.yilianti.staff.recruitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.MemberId;

/**
 * A candidate's application for a position.
 *
 * @param externalId the number that the office gave out, unique in the campaign; the id itself when there is none
 * @param institution of the position
 * @param decision on eligibility; null until there is one
 * @param offer null until there is one
 * @param hire null until the candidate is appointed
 */
public record Application(
        UUID id,
        UUID association,
        long version,
        String externalId,
        UUID campaign,
        UUID position,
        InstitutionRef institution,
        Candidate candidate,
        State state,
        @Nullable Decision decision,
        Scores scores,
        @Nullable Offer offer,
        @Nullable Hire hire,
        Instant appliedAt,
        String appliedBy) {

    /** How far it has come. */
    public enum State implements Coded {
        SUBMITTED,
        ELIGIBLE,
        INELIGIBLE,
        WITHDRAWN,
        OFFERED,
        ACCEPTED,
        DECLINED,
        LAPSED,
        APPOINTED
    }

    /**
     * Whether the candidate may compete.
     *
     * @param grounds of preference that are recognised
     */
    public record Decision(
            List<Finding> findings,
            List<String> grounds,
            @Nullable String note,
            Instant at,
            String by) {

        public Decision {
            findings = List.copyOf(findings);
            grounds = List.copyOf(grounds);
        }

        boolean eligible() {
            return findings.stream().allMatch(Finding::met);
        }
    }

    /**
     * A place that the candidate may have.
     *
     * @param seat {@code open}, or the ground of a reserved place
     * @param answerUntil last day to answer
     */
    public record Offer(String seat, Instant at, LocalDate answerUntil) {}

    /**
     * As whom the candidate was appointed, and where.
     *
     * @param version how often it was told of, from 1; the application has its own
     */
    public record Hire(long version, MemberId member, AppointmentId appointment) {

        static Hire first(MemberId member, AppointmentId appointment) {
            return new Hire(1, member, appointment);
        }
    }

    static Application submitted(Campaign campaign, Position position, Candidate candidate, Instant at, String by) {
        UUID id = Ids.next();
        return new Application(
                id,
                campaign.association(),
                1,
                id.toString(),
                campaign.id(),
                position.id(),
                position.institution(),
                candidate,
                State.SUBMITTED,
                null,
                Scores.NONE,
                null,
                null,
                at,
                by);
    }

    /** The same under the number that the office gave out, before it is known. */
    Application as(String number) {
        return new Application(
                id,
                association,
                version,
                number,
                campaign,
                position,
                institution,
                candidate,
                state,
                decision,
                scores,
                offer,
                hire,
                appliedAt,
                appliedBy);
    }

    Application withdrawn() {
        requireState(State.SUBMITTED, State.ELIGIBLE, State.INELIGIBLE);
        return next(State.WITHDRAWN, decision, scores, offer, hire);
    }

    /** May compete or not; may be decided anew as long as there is no ranking. */
    Application decided(Decision made) {
        requireState(State.SUBMITTED, State.ELIGIBLE, State.INELIGIBLE);
        return next(made.eligible() ? State.ELIGIBLE : State.INELIGIBLE, made, scores, offer, hire);
    }

    /** Other scores; the same when they say nothing new. */
    Application scored(Scores reached) {
        requireState(State.ELIGIBLE);
        return reached.equals(scores) ? this : next(state, decision, reached, offer, hire);
    }

    Application offered(Offer made) {
        requireState(State.ELIGIBLE);
        return next(State.OFFERED, decision, scores, made, hire);
    }

    /** The candidate takes the place; refuses (409) an answer that comes too late. */
    Application accepted(LocalDate today) {
        requireState(State.OFFERED);
        if (offer != null && today.isAfter(offer.answerUntil())) {
            throw Refusal.conflict("recruitment.answer-late", offer.answerUntil());
        }
        return next(State.ACCEPTED, decision, scores, offer, hire);
    }

    /** The candidate does not take the place, also after having accepted it. */
    Application declined() {
        requireState(State.OFFERED, State.ACCEPTED);
        return next(State.DECLINED, decision, scores, offer, hire);
    }

    /** The candidate has not answered in time. */
    Application lapsed() {
        requireState(State.OFFERED);
        return next(State.LAPSED, decision, scores, offer, hire);
    }

    Application appointed(Hire as) {
        requireState(State.ACCEPTED);
        return next(State.APPOINTED, decision, scores, offer, as);
    }

    /** Refuses (409) any other state. */
    void requireState(State... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw Refusal.conflict("recruitment.application-state", id, state.code());
        }
    }

    private Application next(
            State then, @Nullable Decision made, Scores reached, @Nullable Offer place, @Nullable Hire as) {
        return new Application(
                id,
                association,
                version + 1,
                externalId,
                campaign,
                position,
                institution,
                candidate,
                then,
                made,
                reached,
                place,
                as,
                appliedAt,
                appliedBy);
    }
}
