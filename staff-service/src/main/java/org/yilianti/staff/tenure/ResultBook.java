package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
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

    /** @param year 0 for the whole term */
    Tenure keep(Editor editor, Tenure tenure, int year, Map<String, BigDecimal> reached) {
        BigDecimal score = tenure.targets().score(reached);
        TenureRules rules = policies.inForce(editor.association(), TenureRules.class, calendar.today());
        TenureResult result = new TenureResult(
                tenure.id(), year, reached, score, rules.grade(score), clock.instant(), editor.name(), null);
        results.keep(editor.association(), result);
        return touched(editor, "tenure.result-recorded", tenure, result);
    }

    Tenure touched(Editor editor, String action, Tenure tenure, Object detail) {
        Tenure touched = tenure.touched();
        tenures.update(touched);
        return ledger.told(editor, action, touched, detail);
    }
}
