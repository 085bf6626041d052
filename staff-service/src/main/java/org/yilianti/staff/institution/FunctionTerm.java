package org.yilianti.staff.institution;

import java.util.Comparator;
import java.util.List;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;

/** A function that an institution has from one day to another; it may have several at a time. */
public record FunctionTerm(InstitutionFunction function, DatePeriod valid) {

    private static final Comparator<FunctionTerm> ORDER =
            Comparator.comparing((FunctionTerm term) -> term.valid().from()).thenComparing(FunctionTerm::function);

    static FunctionTerm read(Entry entry) {
        return new FunctionTerm(
                entry.choice("function", InstitutionFunction.class), entry.period("validFrom", "validTo"));
    }

    /** By first day, then by function. */
    static List<FunctionTerm> inOrder(List<FunctionTerm> terms) {
        return terms.stream().sorted(ORDER).toList();
    }

    /** Adds a fault if the institution has the same function already on a day of this one. */
    void judge(List<FunctionTerm> others, Entry entry) {
        others.stream()
                .filter(other -> other.function == function && other.valid.overlaps(valid))
                .findFirst()
                .ifPresent(other -> entry.fault("validFrom", "function-overlaps", function.code(), other.valid.from()));
    }
}
