package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who has applied for a session, as the selection sees them.
 *
 * @param values of every measure
 */
record Candidate(UUID enrolment, Instant appliedAt, Map<SelectionMeasure, BigDecimal> values) {

    BigDecimal value(SelectionMeasure measure) {
        return values.getOrDefault(measure, BigDecimal.ZERO);
    }
}
