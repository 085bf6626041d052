package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.tenure.TenureResult.Confirmation;

/** Records and confirms what directors reached; the lock of their tenure keeps results in order. */
@Service
public class ResultManagement {

    private final ResultRepository results;
    private final TenureLedger ledger;
    private final ResultBook book;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ResultManagement(
            ResultRepository results, TenureLedger ledger, ResultBook book, AssociationCalendar calendar, Clock clock) {
        this.results = results;
        this.ledger = ledger;
        this.book = book;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records what was reached in a year that is over, or in the whole term (year 0); a result may be recorded anew until confirmed. */
    @Transactional
    public Tenure assess(Editor editor, UUID id, Entry entry) {
        int year = entry.number("year", "0", "10", 0).intValue();
        Tenure known = ledger.within(editor, id);
        Map<String, BigDecimal> reached = ReachedCell.read(entry, ReachedCell.AT, known.targets());
        entry.refuseIfFaulty();
        known.requireDue(year, calendar.today());
        results.find(id, year).ifPresent(TenureResult::requireOpen);
        ResultBook.Kept kept = book.judged(editor, book.rules(editor), known, year, reached);
        book.write(editor, List.of(kept));
        return kept.tenure();
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
        return book.confirmed(editor, known, confirmed);
    }
}
