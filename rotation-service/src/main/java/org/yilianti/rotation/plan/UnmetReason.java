package org.yilianti.rotation.plan;

import java.util.Comparator;
import java.util.Map;
import org.yilianti.rotation.solver.Rule;
import org.yilianti.rotation.solver.UnmetDemand;

/** The one reason, of all that the solver gives, that explains a gap best. */
record UnmetReason(String code, int people) {

    static UnmetReason of(UnmetDemand demand) {
        if (demand.unavoidable()) {
            return new UnmetReason("too-few-lawful", demand.blocked().getOrDefault(Rule.LAWFUL_PRACTICE, 0));
        }
        if (demand.available() > 0) {
            return new UnmetReason("cheaper-elsewhere", demand.available());
        }
        return demand.blocked().entrySet().stream()
                .filter(blocked -> blocked.getKey() != Rule.LAWFUL_PRACTICE)
                .max(Map.Entry.<Rule, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(blocked -> new UnmetReason(blocked.getKey().code(), blocked.getValue()))
                .orElseGet(() -> new UnmetReason("too-few-lawful", 0));
    }
}
