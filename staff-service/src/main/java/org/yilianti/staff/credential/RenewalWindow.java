package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Fault;

/** A licence of a kind that is registered for a term is renewed only shortly before its end. */
record RenewalWindow(LicenceTerms terms) implements LicenceRule {

    @Override
    public Optional<Fault> objection(LicenceDetails wanted, @Nullable Licence renewed, LocalDate today) {
        LocalDate end = renewed == null ? null : renewed.details().valid().to();
        return end == null
                ? Optional.empty()
                : terms.of(wanted.kind())
                        .map(term -> end.minusDays(term.renewalDays()))
                        .filter(today::isBefore)
                        .map(opens -> new Fault("renewsId", "renewal-too-early", List.of(opens)));
    }
}
