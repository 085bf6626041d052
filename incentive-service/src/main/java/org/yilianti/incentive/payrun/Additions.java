package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;

/** What decisions add to the lines of a settled run, or take from them: of a person whole, of an institution by points. */
record Additions(List<Amendment> amendments) {

    /** By person, of one institution; a share of an institution where nobody has points is nobody's. */
    Map<UUID, Money> at(UUID institution, List<PayLine> lines) {
        Map<UUID, Money> additions = new HashMap<>();
        for (Amendment one : amendments) {
            if (!institution.equals(one.institution())) {
                continue;
            }
            if (one.kind() == Amendment.Kind.AMOUNT && one.member() != null) {
                additions.merge(one.member(), fen(one), Money::plus);
            } else if (one.kind() == Amendment.Kind.SHARE) {
                byPoints(fen(one), lines).forEach((member, part) -> additions.merge(member, part, Money::plus));
            }
        }
        return additions;
    }

    private static Money fen(Amendment one) {
        return Money.ofFen(one.amended().longValueExact());
    }

    /** By largest remainder, ties by staff number; what is below zero as if it were above. */
    private static Map<UUID, Money> byPoints(Money whole, List<PayLine> lines) {
        SequencedMap<String, BigDecimal> points = new LinkedHashMap<>();
        Map<String, UUID> members = new HashMap<>();
        for (PayLine line : lines) {
            if (line.pointMinutes().signum() > 0) {
                points.put(line.work().staffNo(), line.pointMinutes());
                members.put(line.work().staffNo(), line.work().member());
            }
        }
        Map<UUID, Money> parts = new HashMap<>();
        if (!points.isEmpty()) {
            LargestRemainder.split(whole.isNegative() ? whole.negated() : whole, points)
                    .forEach((staffNo, part) ->
                            parts.put(members.get(staffNo), whole.isNegative() ? part.negated() : part));
        }
        return parts;
    }
}
