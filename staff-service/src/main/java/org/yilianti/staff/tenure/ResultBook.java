package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;

/** Keeps what was reached, graded by the policy; every result is a new version of its tenure. */
@Component
class ResultBook {

    private final TenureRepository tenures;
    private final ResultRepository results;
    private final TenureLedger ledger;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ResultBook(
            TenureRepository tenures,
            ResultRepository results,
            TenureLedger ledger,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.tenures = tenures;
        this.results = results;
        this.ledger = ledger;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A result to be kept, and its tenure that has another version by it. */
    record Kept(Tenure tenure, TenureResult result) {}

    /** @return grades by the policy of today */
    TenureRules rules(Editor editor) {
        return policies.inForce(editor.association(), TenureRules.class, calendar.today());
    }

    /**
     * What is to be kept; touches no database.
     *
     * @param year 0 for the whole term
     */
    Kept judged(Editor editor, TenureRules rules, Tenure tenure, int year, Map<String, BigDecimal> reached) {
        BigDecimal score = tenure.targets().score(reached);
        TenureResult result = new TenureResult(
                tenure.id(), year, reached, score, rules.grade(score), clock.instant(), editor.name(), null);
        return new Kept(tenure.touched(), result);
    }

    /** Writes results in their order, each table at once, with an event and a trace of each. */
    void write(Editor editor, List<Kept> kept) {
        results.keep(editor.association(), kept.stream().map(Kept::result).toList());
        Map<UUID, Tenure> newest = new LinkedHashMap<>();
        kept.forEach(one -> newest.put(one.tenure().id(), one.tenure()));
        tenures.update(newest.values());
        ledger.told(
                kept.stream().map(Kept::tenure).toList(),
                kept.stream()
                        .map(one -> TenureLedger.trace(editor, "tenure.result-recorded", one.tenure(), one.result()))
                        .toList());
    }

    /** Writes that a result counts now. */
    Tenure confirmed(Editor editor, Tenure tenure, TenureResult confirmed) {
        Tenure touched = tenure.touched();
        tenures.update(List.of(touched));
        return ledger.told(editor, "tenure.result-confirmed", touched, confirmed);
    }
}
