package org.yilianti.incentive.scheme;

import java.util.Optional;
import org.yilianti.platform.problem.Violation;

/** A scheme is read by people: 1 to 200 indicators under at most 100 groups. */
final class SheetLimit {

    private static final int MOST_GROUPS = 100;
    private static final int MOST_INDICATORS = 200;

    private SheetLimit() {}

    static Optional<Violation> of(int groups, int indicators) {
        return groups <= MOST_GROUPS && indicators > 0 && indicators <= MOST_INDICATORS
                ? Optional.empty()
                : Optional.of(
                        new Violation("/lines", "scheme.sheet-size", indicators, MOST_INDICATORS, groups, MOST_GROUPS));
    }
}
