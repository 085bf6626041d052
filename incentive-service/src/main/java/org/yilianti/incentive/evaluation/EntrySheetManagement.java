package org.yilianti.incentive.evaluation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;

/** Takes values and qualities from files: all of a file, or nothing of it. */
@Service
public class EntrySheetManagement {

    private final Evaluations evaluations;
    private final EvaluationManagement entries;

    EntrySheetManagement(Evaluations evaluations, EvaluationManagement entries) {
        this.evaluations = evaluations;
        this.entries = entries;
    }

    /** Takes measures of institutions in scope. */
    @Transactional
    public void measures(Caller caller, EvaluationId id, ExpectedVersion expected, List<SheetRow> rows) {
        Evaluation evaluation = evaluations.get(caller.association(), id, caller.scope(Role.EVALUATOR));
        EntrySheet<Measure> sheet = EntrySheet.measures(evaluation, rows);
        entries.enter(caller, id, expected, sheet.entries(), DataSource.ENTRY, sheet::at);
    }

    /** Takes the quality of people; for the whole association only. */
    @Transactional
    public void qualities(Caller caller, EvaluationId id, ExpectedVersion expected, List<SheetRow> rows) {
        caller.require("*", Role.EVALUATOR);
        EntrySheet<PersonQuality> sheet = EntrySheet.qualities(rows);
        entries.enterQuality(caller, id, expected, sheet.entries(), sheet::at);
    }
}
