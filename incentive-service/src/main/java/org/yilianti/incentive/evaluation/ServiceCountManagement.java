package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;

/** Counts delivered service into an evaluation. */
@Service
public class ServiceCountManagement {

    private final Evaluations evaluations;
    private final EvaluationManagement entries;
    private final ServiceRecords records;

    ServiceCountManagement(Evaluations evaluations, EvaluationManagement entries, ServiceRecords records) {
        this.evaluations = evaluations;
        this.entries = entries;
        this.records = records;
    }

    /**
     * Enters how many confirmed and lawful records of the month each institution in scope has, as known now, as measures of an
     * indicator; whoever has none has delivered nothing.
     *
     * @param kinds of service; none for all
     */
    @Transactional
    public Evaluation enter(
            Caller caller, EvaluationId id, ExpectedVersion expected, String indicator, Set<String> kinds) {
        Evaluation evaluation = evaluations.get(caller.association(), id, caller.scope(Role.EVALUATOR));
        List<UUID> counted =
                evaluation.institutions().stream().map(EvaluatedInstitution::id).toList();
        Map<UUID, Long> counts = records.delivered(caller.association(), evaluation.month(), counted, kinds);
        List<Measure> measures = counted.stream()
                .map(one -> new Measure(one, indicator, BigDecimal.valueOf(counts.getOrDefault(one, 0L))))
                .toList();
        return entries.enter(caller, id, expected, measures, DataSource.SERVICE_EVENTS);
    }
}
