package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Fault;

/** Says whether a licence may be recorded, and if not, why. */
interface LicenceRule {

    /**
     * The objection, if any.
     *
     * @param renewed the licence that the wanted one continues; null when it continues none
     */
    Optional<Fault> objection(LicenceDetails wanted, @Nullable Licence renewed, LocalDate today);

    /** All of them. */
    static List<LicenceRule> all(LicenceTerms terms) {
        return List.of(new TermLimit(terms), new RenewalWindow(terms));
    }
}
