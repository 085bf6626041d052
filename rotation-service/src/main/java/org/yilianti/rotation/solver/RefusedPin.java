package org.yilianti.rotation.solver;

import java.util.List;

/** A pin that was left out because, beside the pins before it, it would have broken hard rules. */
public record RefusedPin(Assignment pin, List<Violation> violations) {

    public RefusedPin {
        violations = List.copyOf(violations);
    }
}
