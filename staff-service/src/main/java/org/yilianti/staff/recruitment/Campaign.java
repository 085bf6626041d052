package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.recruitment.Progress.Step;

/**
 * A recruitment for positions of one or more institutions.
 *
 * @param institution whose office holds it
 * @param recorded who said last what it says
 */
public record Campaign(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        Details details,
        ExamRules rules,
        List<Position> positions,
        Step recorded,
        Progress progress) {

    /** How far it has come. */
    public enum State implements Coded {
        DRAFT,
        PUBLISHED,
        RANKED,
        NOTICE,
        OFFERING,
        CLOSED,
        CANCELLED
    }

    /**
     * What is announced of it.
     *
     * @param applyUntil last day for applications
     * @param startsOn day on which whoever is chosen is to begin: vacancies are counted as of it
     */
    public record Details(String title, LocalDate applyFrom, LocalDate applyUntil, LocalDate startsOn) {

        static Details read(Entry entry) {
            Details details = new Details(
                    entry.text("title", 200),
                    entry.date("applyFrom"),
                    entry.date("applyUntil"),
                    entry.date("startsOn"));
            if (!entry.faulty() && details.applyUntil().isBefore(details.applyFrom())) {
                entry.fault("applyUntil", "days-inverted", details.applyFrom(), details.applyUntil());
            }
            if (!entry.faulty() && details.startsOn().isBefore(details.applyUntil())) {
                entry.fault("startsOn", "days-inverted", details.applyUntil(), details.startsOn());
            }
            return details;
        }
    }

    public Campaign {
        positions = List.copyOf(positions);
    }

    static Campaign drafted(
            UUID association,
            InstitutionRef institution,
            Details details,
            ExamRules rules,
            List<Position> positions,
            Step by) {
        return new Campaign(Ids.next(), association, 1, institution, details, rules, positions, by, Progress.draft());
    }

    /** The same with its positions, which are kept in another table. */
    Campaign completed(List<Position> its) {
        return new Campaign(id, association, version, institution, details, rules, its, recorded, progress);
    }

    /** Says something else, while it is a draft. */
    Campaign revised(Details changed, ExamRules changedRules, List<Position> changedPositions, Step by) {
        requireState(State.DRAFT);
        return new Campaign(
                id, association, version + 1, institution, changed, changedRules, changedPositions, by, progress);
    }

    /** Stands from now on; refuses (403) whoever wrote it, (409) when nobody could apply any more. */
    Campaign published(Step by, LocalDate today) {
        requireState(State.DRAFT);
        if (recorded.by().equals(by.by())) {
            throw Refusal.forbidden("recruitment.own-campaign");
        }
        if (today.isAfter(details.applyUntil())) {
            throw Refusal.conflict("recruitment.applications-closed", details.applyUntil());
        }
        return next(progress.published(by));
    }

    /** Its candidates stand in the order of a new round; refuses (409) while others may still apply. */
    Campaign ranked(Step by, LocalDate today) {
        requireState(State.PUBLISHED);
        if (!today.isAfter(details.applyUntil())) {
            throw Refusal.conflict("recruitment.applications-open", details.applyUntil());
        }
        return next(progress.ranked(by));
    }

    /** The ranking is on public notice; refuses (403) whoever made it. */
    Campaign approved(Step by, DatePeriod notice) {
        requireState(State.RANKED);
        Step maker = progress.ranked();
        if (maker != null && maker.by().equals(by.by())) {
            throw Refusal.forbidden("recruitment.own-ranking");
        }
        return next(progress.approved(by, notice));
    }

    /** The ranking does not stand: scores and eligibility are open again, for the next round. */
    Campaign reopened(State from, String reason) {
        requireState(from);
        return next(progress.to(State.PUBLISHED, reason));
    }

    /** Its places are given; refuses (409) during the public notice and while an objection is open. */
    Campaign offering(LocalDate today, long openObjections) {
        requireState(State.NOTICE);
        DatePeriod notice = progress.notice();
        if (notice != null && notice.contains(today)) {
            throw Refusal.conflict("recruitment.notice-running", String.valueOf(notice.to()));
        }
        if (openObjections > 0) {
            throw Refusal.conflict("recruitment.objections-open", openObjections);
        }
        return next(progress.to(State.OFFERING, null));
    }

    /** Over; refuses (409) while somebody has an offer to answer or waits to be appointed. */
    Campaign closed(LocalDate today, long pending) {
        requireState(State.OFFERING);
        if (pending > 0) {
            throw Refusal.conflict("recruitment.offers-pending", pending);
        }
        return next(progress.ended(State.CLOSED, today, null));
    }

    /** Called off, before anybody has an offer. */
    Campaign cancelled(LocalDate today, String reason) {
        requireState(State.DRAFT, State.PUBLISHED, State.RANKED, State.NOTICE);
        return next(progress.ended(State.CANCELLED, today, reason));
    }

    /** The number of one of its positions, from 1. */
    public int numberOf(UUID position) {
        return positions.stream().map(Position::id).toList().indexOf(position) + 1;
    }

    /** Refuses (409) any other state. */
    void requireState(State... wanted) {
        if (!List.of(wanted).contains(progress.state())) {
            throw Refusal.conflict("recruitment.state", id, progress.state().code());
        }
    }

    /** Refuses (409) a day on which nobody can apply. */
    void requireWindow(LocalDate today) {
        requireState(State.PUBLISHED);
        if (today.isBefore(details.applyFrom())) {
            throw Refusal.conflict("recruitment.applications-not-open", details.applyFrom());
        }
        if (today.isAfter(details.applyUntil()) || progress.round() > 0) {
            throw Refusal.conflict("recruitment.applications-closed", details.applyUntil());
        }
    }

    private Campaign next(Progress then) {
        return new Campaign(id, association, version + 1, institution, details, rules, positions, recorded, then);
    }
}
