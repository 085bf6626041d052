package org.yilianti.incentive.evaluation;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an evaluation. */
public record EvaluationId(UUID value) {

    static EvaluationId next() {
        return new EvaluationId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
