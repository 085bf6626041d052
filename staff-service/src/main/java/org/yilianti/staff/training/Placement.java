package org.yilianti.staff.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.training.Enrolment.Standing;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SelectionRules.Ranked;

/** Gives the places of a session, whose lock the caller holds. */
@Component
class Placement {

    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final CandidateRepository candidates;
    private final BudgetRepository budgets;
    private final AuditTrail audit;

    Placement(
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            CandidateRepository candidates,
            BudgetRepository budgets,
            AuditTrail audit) {
        this.enrolments = enrolments;
        this.book = book;
        this.candidates = candidates;
        this.budgets = budgets;
        this.audit = audit;
    }

    /** The budgets that bear these enrolments. */
    Funds funds(List<Enrolment> of) {
        return Funds.lock(budgets, of);
    }

    /** Ranks all who have applied and gives the places by rank; who is beyond the budget waits, and the next comes in. */
    List<Enrolment> select(Session session, ProgrammeKind kind, CreditNeeds needs) {
        List<Enrolment> applied = enrolments.of(session.id(), State.APPLIED);
        Funds funds = funds(applied);
        List<Ranked> ranks = session.rules().rank(candidates.of(session, kind, needs));
        long free = session.details().capacity() - enrolments.count(session.id(), State.ENROLLED);
        List<Enrolment> placed = placed(applied, ranks, free, funds::take);
        book.change(placed);
        return placed;
    }

    /**
     * Everybody who was ranked with the place they get.
     *
     * @param free places
     * @param funded commits the cost of one more; false when it is not covered
     */
    static List<Enrolment> placed(List<Enrolment> applied, List<Ranked> ranks, long free, Predicate<Enrolment> funded) {
        Map<UUID, Enrolment> byId = applied.stream().collect(Collectors.toMap(Enrolment::id, Function.identity()));
        List<Enrolment> placed = new ArrayList<>();
        long left = free;
        for (Ranked ranked : ranks) {
            Enrolment enrolment =
                    Objects.requireNonNull(byId.get(ranked.candidate().enrolment()));
            boolean covered = left > 0 && funded.test(enrolment);
            String note = left > 0 && !covered ? "over-budget" : null;
            left -= covered ? 1 : 0;
            placed.add(enrolment.placed(
                    covered ? State.ENROLLED : State.WAITING, Standing.of(placed.size() + 1, ranked, note)));
        }
        return placed;
    }

    /** Gives free places to those who wait, by rank, then by application, and keeps the trace of each who comes in. */
    void fill(Editor editor, Session session) {
        long taken = enrolments.count(session.id(), State.ENROLLED, State.PASSED, State.FAILED);
        fill(editor, Map.of(session.id(), session.details().capacity() - taken));
    }

    /**
     * As {@link #fill(Editor, Session)}, those of several sessions: their budgets are locked at once.
     *
     * @param free places of each
     */
    void fill(Editor editor, Map<UUID, Long> free) {
        Map<UUID, Long> left = new HashMap<>(free);
        left.values().removeIf(places -> places <= 0);
        List<Enrolment> waiting = enrolments.waiting(left.keySet());
        Funds funds = funds(waiting);
        List<Enrolment> in = new ArrayList<>();
        for (Enrolment enrolment : waiting) {
            if (left.getOrDefault(enrolment.session(), 0L) > 0 && funds.take(enrolment)) {
                left.merge(enrolment.session(), -1L, Long::sum);
                Standing standing = enrolment.standing();
                in.add(enrolment.placed(
                        State.ENROLLED,
                        standing == null
                                ? null
                                : new Standing(standing.rank(), standing.score(), standing.points(), null)));
            }
        }
        book.change(in);
        audit.record(
                in.stream().map(one -> one.trace(editor, "enrolment.moved-up")).toList());
    }
}
