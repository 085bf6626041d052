package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yilianti.platform.money.Money;

/** Where the people of a run work; read one institution at a time, so that a large run fits into little memory. */
interface Workplaces {

    List<InstitutionInput> institutions();

    /** Sum of the point minutes at an institution; zero where nobody works. */
    BigDecimal points(UUID institution);

    /** Everybody's work at an institution. */
    List<Work> at(UUID institution);

    /** Post salaries and allowances of all people, which come off before the rest is split by points. */
    default Money fixed() {
        return Money.ZERO;
    }

    /** What bounds what a person may get at an institution. */
    default PayLimits limits() {
        return PayLimits.NONE;
    }

    /** The institutions where any of these people work. */
    default Set<UUID> of(Set<UUID> members) {
        return institutions().stream()
                .map(InstitutionInput::id)
                .filter(place -> at(place).stream().anyMatch(one -> members.contains(one.member())))
                .collect(Collectors.toSet());
    }
}
