package org.yilianti.staff.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * One time at which a course is held.
 *
 * @param institution that holds the course
 * @param reason why it was cancelled
 */
public record Session(
        UUID id,
        UUID association,
        long version,
        UUID programme,
        InstitutionRef institution,
        Details details,
        SelectionRules rules,
        State state,
        @Nullable String reason,
        String recordedBy) {

    /** How far it has come. */
    public enum State implements Coded {
        ANNOUNCED,
        SELECTED,
        CANCELLED
    }

    /**
     * What is announced of it.
     *
     * @param endsOn its last day
     * @param applyUntil last day for applications, not after the first day
     * @param cost of each who takes part, borne by their institution
     */
    public record Details(
            String place, LocalDate startsOn, LocalDate endsOn, LocalDate applyUntil, int capacity, Money cost) {

        static Details read(Entry entry) {
            String place = entry.text("place", 200);
            LocalDate startsOn = entry.date("startsOn");
            LocalDate endsOn = entry.date("endsOn");
            LocalDate applyUntil = entry.date("applyUntil");
            int capacity = entry.number("capacity", "1", "100000", 0).intValue();
            Money cost =
                    Money.ofFen(entry.number("costFen", "0", "100000000000", 0).longValue());
            if (!entry.faulty() && endsOn.isBefore(startsOn)) {
                entry.fault("endsOn", "days-inverted", startsOn, endsOn);
            }
            if (!entry.faulty() && applyUntil.isAfter(startsOn)) {
                entry.fault("applyUntil", "too-late", startsOn, applyUntil);
            }
            return new Details(place, startsOn, endsOn, applyUntil, capacity, cost);
        }

        /** Whether a place costs the same, in the same year. */
        boolean pricedAs(Details other) {
            return cost.equals(other.cost())
                    && startsOn.getYear() == other.startsOn().getYear();
        }
    }

    static Session announced(Programme programme, Details details, SelectionRules rules, String by) {
        return new Session(
                Ids.next(),
                programme.association(),
                1,
                programme.id(),
                programme.institution(),
                details,
                rules,
                State.ANNOUNCED,
                null,
                by);
    }

    /**
     * The next version; the same when it says nothing new.
     *
     * @param applicants how many have applied and not left: rules that they read do not change
     * @param taken places that are taken: neither fewer places nor another cost is possible then
     */
    Session revised(Details changed, SelectionRules changedRules, long applicants, long taken) {
        requireState(State.ANNOUNCED, State.SELECTED);
        if (!changedRules.equals(rules) && (applicants > 0 || state == State.SELECTED)) {
            throw Refusal.conflict("session.rules-published", id).at("/criteria");
        }
        if (changed.capacity() < taken) {
            throw Refusal.conflict("session.places-taken", changed.capacity(), taken)
                    .at("/capacity");
        }
        if (taken > 0 && !changed.pricedAs(details)) {
            throw Refusal.conflict("session.cost-committed", taken).at("/costFen");
        }
        return changed.equals(details) && changedRules.equals(rules) ? this : next(changed, changedRules, state, null);
    }

    /** Places are given by rank; refuses (409) before applications have closed, and where none are ranked. */
    Session selected(LocalDate today) {
        requireState(State.ANNOUNCED);
        if (!rules.competitive()) {
            throw Refusal.conflict("session.no-criteria", id);
        }
        if (!today.isAfter(details.applyUntil())) {
            throw Refusal.conflict("session.applications-open", details.applyUntil());
        }
        return next(details, rules, State.SELECTED, null);
    }

    /** It does not take place; refuses (409) one of which somebody has a result. */
    Session cancelled(String why, long results) {
        requireState(State.ANNOUNCED, State.SELECTED);
        if (results > 0) {
            throw Refusal.conflict("session.has-results", results);
        }
        return next(details, rules, State.CANCELLED, why);
    }

    /** Refuses (409) a day on which nobody can apply. */
    void requireOpen(LocalDate today) {
        requireState(State.ANNOUNCED);
        if (today.isAfter(details.applyUntil())) {
            throw Refusal.conflict("session.applications-closed", details.applyUntil());
        }
    }

    /** What becomes of whoever applies now: without criteria a place is given at once, as long as there is one. */
    Enrolment.State admits(long taken) {
        if (rules.competitive()) {
            return Enrolment.State.APPLIED;
        }
        return taken < details.capacity() ? Enrolment.State.ENROLLED : Enrolment.State.WAITING;
    }

    void requireState(State... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw Refusal.conflict("session.state", id, state.code());
        }
    }

    private Session next(Details changed, SelectionRules changedRules, State then, @Nullable String why) {
        return new Session(
                id, association, version + 1, programme, institution, changed, changedRules, then, why, recordedBy);
    }
}
