package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.tenure.Targets.Target;
import org.yilianti.staff.tenure.TenureResult.Confirmation;

/** Records and confirms what directors reached; the lock of their tenure keeps results in order. */
@Service
public class ResultManagement {

    private final TenureRepository tenures;
    private final ResultRepository results;
    private final TenureLedger ledger;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ResultManagement(
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

    /** Records what was reached in a year that is over, or in the whole term (year 0); a result may be recorded anew until confirmed. */
    @Transactional
    public Tenure assess(Editor editor, UUID id, Entry entry) {
        int year = entry.number("year", "0", "10", 0).intValue();
        Tenure known = ledger.within(editor, id);
        Map<String, BigDecimal> reached = new LinkedHashMap<>();
        for (Target target : known.targets().items()) {
            reached.put(target.code(), entry.number("reached/" + target.code(), "0", "1000000000", 4));
        }
        entry.refuseIfFaulty();
        known.requireDue(year, calendar.today());
        results.find(id, year).ifPresent(TenureResult::requireOpen);
        BigDecimal score = known.targets().score(reached);
        TenureResult result = new TenureResult(
                id,
                year,
                reached,
                score,
                policies.inForce(editor.association(), TenureRules.class, calendar.today())
                        .grade(score),
                clock.instant(),
                editor.name(),
                null);
        results.keep(editor.association(), result);
        return touched(editor, "tenure.result-recorded", known, result);
    }

    /** Confirms a result, so that it counts; never by who recorded it. */
    @Transactional
    public Tenure confirm(Editor editor, UUID id, Entry entry) {
        int year = entry.number("year", "0", "10", 0).intValue();
        Tenure known = ledger.within(editor, id);
        entry.refuseIfFaulty();
        Confirmation by = new Confirmation(clock.instant(), editor.name());
        TenureResult confirmed = results.find(id, year)
                .orElseThrow(() -> Refusal.invalid("tenure.no-result", year).at("/year"))
                .confirmed(by);
        results.confirm(confirmed, by);
        return touched(editor, "tenure.result-confirmed", known, confirmed);
    }

    private Tenure touched(Editor editor, String action, Tenure tenure, Object detail) {
        Tenure touched = tenure.touched();
        tenures.update(touched);
        return ledger.told(editor, action, touched, detail);
    }
}
