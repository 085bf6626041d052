package org.yilianti.incentive.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Violation;

/** Takes answers from paper questionnaires, each number once. */
@Service
public class PaperManagement {

    private final Surveys surveys;
    private final AuditTrail audit;

    PaperManagement(Surveys surveys, AuditTrail audit) {
        this.surveys = surveys;
        this.audit = audit;
    }

    /**
     * What became of a table.
     *
     * @param faults why the other lines were not taken, by line and column
     */
    public record Counted(int taken, int refused, List<Violation> faults) {}

    /** Takes all questionnaires that can be taken, and says of the others why not; the same table again is refused line by line. */
    @Transactional
    public Counted take(Caller caller, UUID id, List<SheetRow> rows) {
        Survey survey = surveys.hold(caller.association(), id, caller.scope(Role.EVALUATOR, Role.INTEGRATION))
                .requireOpen();
        PaperSheet.Read read = PaperSheet.read(survey, rows);
        // Two imports of the same papers at once count them in the same order, and so cannot wait in a circle.
        int taken = (int) read.papers().stream()
                .sorted(Comparator.comparing(PaperSheet.Paper::number))
                .filter(one -> taken(survey, one))
                .count();
        int refused = read.sheet().lines().size() - taken;
        audit.record(AuditRecord.of(
                caller, "survey.papers-imported", "survey", id, null, Map.of("taken", taken, "refused", refused)));
        return new Counted(taken, refused, read.faults());
    }

    private boolean taken(Survey survey, PaperSheet.Paper paper) {
        if (!surveys.count(survey, paper.number(), paper.subject())) {
            paper.line().fault(PaperSheet.NUMBER, "survey.number-taken", paper.number());
            return false;
        }
        surveys.insert(survey.association(), survey.id(), paper.subject(), paper.answers());
        return true;
    }
}
