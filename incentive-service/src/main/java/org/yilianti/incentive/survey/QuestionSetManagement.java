package org.yilianti.incentive.survey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** Writes question sets; a matter of the whole association, so that its institutions can be compared. */
@Service
public class QuestionSetManagement {

    private final QuestionSets sets;
    private final AuditTrail audit;
    private final Clock clock;

    QuestionSetManagement(QuestionSets sets, AuditTrail audit, Clock clock) {
        this.sets = sets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a set, the next edition of its name. */
    @Transactional
    public QuestionSet write(Caller caller, String name, List<Question> questions) {
        caller.require("*", Role.EVALUATOR);
        int edition = sets.nextEdition(caller.association(), name);
        QuestionSet set =
                QuestionSet.written(caller.association(), name, edition, questions, caller.name(), clock.instant());
        try {
            sets.insert(set);
        } catch (DuplicateKeyException atTheSameTime) {
            throw Refusal.conflict("survey.edition-taken", name, edition);
        }
        audit.record(AuditRecord.of(
                caller,
                "question-set.written",
                "question-set",
                set.id(),
                null,
                Map.of("name", name, "edition", edition)));
        return set;
    }
}
