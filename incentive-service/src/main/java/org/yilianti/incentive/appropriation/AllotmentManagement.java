package org.yilianti.incentive.appropriation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.evaluation.EvaluatedInstitution;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** The decisions about allotments; each locks the appropriation first, so that those about its money follow one another. */
@Service
public class AllotmentManagement {

    private final Appropriations appropriations;
    private final Allotments allotments;
    private final FundUses uses;
    private final Institutions institutions;
    private final Evaluations evaluations;
    private final AppropriationBookings bookings;
    private final AuditTrail audit;
    private final Clock clock;

    AllotmentManagement(
            Appropriations appropriations,
            Allotments allotments,
            FundUses uses,
            Institutions institutions,
            Evaluations evaluations,
            AppropriationBookings bookings,
            AuditTrail audit,
            Clock clock) {
        this.appropriations = appropriations;
        this.allotments = allotments;
        this.uses = uses;
        this.institutions = institutions;
        this.evaluations = evaluations;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts an allotment by population × score of a closed evaluation. */
    @Transactional
    public Allotment draftByScore(
            Caller caller, UUID appropriation, EvaluationId evaluation, Money amount, int advancePercent) {
        Map<UUID, BigDecimal> scores = scores(caller, evaluation);
        List<Institution> places = known(caller, List.copyOf(scores.keySet()));
        return draft(
                caller,
                appropriation,
                AllotmentFormula.POPULATION_SCORE,
                evaluation,
                advancePercent,
                AllotmentSplit.byScore(amount, places, scores));
    }

    /** Drafts an allotment of given amounts; an entrusted task is for one institution, and nothing of it is held back. */
    @Transactional
    public Allotment draftFixed(
            Caller caller, UUID appropriation, boolean entrustedTask, Map<UUID, Money> amounts, int advancePercent) {
        if (entrustedTask && amounts.size() != 1) {
            throw Refusal.invalid("appropriation.task-is-for-one", amounts.size())
                    .at("/amounts");
        }
        return draft(
                caller,
                appropriation,
                entrustedTask ? AllotmentFormula.ENTRUSTED_TASK : AllotmentFormula.FIXED,
                null,
                entrustedTask ? 100 : advancePercent,
                AllotmentSplit.fixed(known(caller, List.copyOf(amounts.keySet())), amounts));
    }

    private Allotment draft(
            Caller caller,
            UUID appropriation,
            AllotmentFormula formula,
            @Nullable EvaluationId evaluation,
            int advancePercent,
            List<AllotmentShare> shares) {
        caller.require("*", Role.PAYROLL_OFFICER);
        Appropriation of = appropriations.get(caller.association(), appropriation);
        Allotment drafted =
                Allotment.drafted(of, formula, evaluation, advancePercent, shares, caller.name(), clock.instant());
        allotments.insert(drafted);
        record(caller, "allotment.drafted", drafted);
        return drafted;
    }

    /** Approves what somebody else drafted, and pays its advance. */
    @Transactional
    public Allotment approve(Caller caller, UUID id) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        Appropriation of = lockFor(caller, id);
        Allotment approved = allotments.lock(caller.association(), id).approved(caller.name());
        allotments.update(approved);
        appropriations.update(of.allotting(approved.amount()));
        uses.receive(approved, AllotmentShare::advance);
        bookings.approved(of, approved, caller.name());
        record(caller, "allotment.approved", approved);
        return approved;
    }

    /** Proposes to settle it by the scores of a closed evaluation. */
    @Transactional
    public Allotment proposeSettlement(Caller caller, UUID id, EvaluationId evaluation) {
        caller.require("*", Role.PAYROLL_OFFICER);
        lockFor(caller, id);
        Allotment settling = allotments
                .lock(caller.association(), id)
                .settling(evaluation, scores(caller, evaluation), caller.name());
        allotments.update(settling);
        record(caller, "allotment.settlement-proposed", settling);
        return settling;
    }

    /** Approves a settlement that somebody else proposed: pays what is earned and takes the rest back. */
    @Transactional
    public Allotment settle(Caller caller, UUID id) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        Appropriation of = lockFor(caller, id);
        Allotment settled = allotments.lock(caller.association(), id).settled(caller.name());
        allotments.update(settled);
        appropriations.update(of.allotting(settled.withheld().negated()));
        uses.receive(settled, AllotmentShare::earned);
        bookings.settled(of, settled, caller.name());
        record(caller, "allotment.settled", settled);
        return settled;
    }

    /** Rejects a draft, or a proposed settlement. */
    @Transactional
    public Allotment reject(Caller caller, UUID id, String reason) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        lockFor(caller, id);
        Allotment rejected = allotments.lock(caller.association(), id).rejected(caller.name(), reason);
        allotments.update(rejected);
        record(caller, "allotment.rejected", rejected);
        return rejected;
    }

    private Appropriation lockFor(Caller caller, UUID allotment) {
        UUID appropriation = allotments.get(caller.association(), allotment).appropriation();
        return appropriations.lock(caller.association(), appropriation);
    }

    private Map<UUID, BigDecimal> scores(Caller caller, EvaluationId evaluation) {
        Map<UUID, BigDecimal> scores = new HashMap<>();
        for (EvaluatedInstitution one : evaluations
                .get(caller.association(), evaluation)
                .requireClosed()
                .institutions()) {
            BigDecimal score = one.score();
            scores.put(one.id(), score == null ? BigDecimal.ZERO : score);
        }
        return scores;
    }

    private List<Institution> known(Caller caller, List<UUID> ids) {
        List<Institution> found = institutions.find(caller.association(), ids);
        if (found.size() != ids.size()) {
            throw Refusal.invalid("appropriation.institution-unknown");
        }
        return found;
    }

    private void record(Caller caller, String action, Allotment one) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "allotment",
                one.id(),
                null,
                Map.of(
                        "version",
                        one.version(),
                        "appropriation",
                        one.appropriation(),
                        "amountFen",
                        one.amount().fen(),
                        "status",
                        one.status().code())));
    }
}
