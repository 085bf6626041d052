package org.yilianti.rotation.demand;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/** The rules of shifts of some institutions and months, by institution, month and code. */
public final class DemandedRules {

    /** No shift asks for anything. */
    public static final DemandedRules NONE = new DemandedRules(Map.of());

    record Key(UUID institutionId, YearMonth month, String shift) {}

    private final Map<Key, ShiftRules> rules;

    DemandedRules(Map<Key, ShiftRules> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** Those of the shift on that day; {@link ShiftRules#NONE} where nothing is stated. */
    public ShiftRules of(UUID institutionId, LocalDate day, String shift) {
        return rules.getOrDefault(new Key(institutionId, YearMonth.from(day), shift), ShiftRules.NONE);
    }

    /** Whether any shift limits the duties of one person in a month. */
    public boolean limitMonths() {
        return rules.values().stream().anyMatch(one -> one.mostPerPerson() != null);
    }
}
