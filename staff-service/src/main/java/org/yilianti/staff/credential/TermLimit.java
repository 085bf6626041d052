package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Fault;

/** A licence of a kind that is registered for a term has an end, and no later one than the term allows. */
record TermLimit(LicenceTerms terms) implements LicenceRule {

    @Override
    public Optional<Fault> objection(LicenceDetails wanted, @Nullable Licence renewed, LocalDate today) {
        LocalDate end = wanted.valid().to();
        return terms.of(wanted.kind())
                .map(term -> wanted.valid().from().plusYears(term.years()))
                .filter(latest -> end == null || end.isAfter(latest))
                .map(latest -> new Fault("validTo", "term-exceeded", List.of(latest)));
    }
}
