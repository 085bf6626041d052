package org.yilianti.staff.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;

/**
 * What is said of a contract.
 *
 * @param number of the paper, if it has one
 */
public record ContractDetails(ContractKind kind, @Nullable String number, DatePeriod valid) {

    static ContractDetails read(Entry entry) {
        return read(entry, entry.period("validFrom", "validTo"));
    }

    /** The terms of a contract that begins when another ends. */
    static ContractDetails renewal(Entry entry, LocalDate from) {
        LocalDate to = entry.optionalDate("validTo");
        if (to != null && !to.isAfter(from)) {
            entry.fault("validTo", "period-inverted", from, to);
        }
        return read(entry, entry.faulty() ? DatePeriod.from(from) : new DatePeriod(from, to));
    }

    private static ContractDetails read(Entry entry, DatePeriod valid) {
        ContractKind kind = entry.choice("kind", ContractKind.class);
        if (!entry.faulty() && kind.forATerm() && valid.to() == null) {
            entry.fault("validTo", "term-required", kind.code());
        }
        return new ContractDetails(kind, entry.optionalText("number", 50), valid);
    }

    ContractDetails endedAt(LocalDate end) {
        return new ContractDetails(kind, number, valid.endedAt(end));
    }
}
