package org.yilianti.staff.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionRef;

/** When an institution may join, and as what it may go on. */
final class MembershipRules {

    private MembershipRules() {}

    /** Nobody joins on or before a day on which it is in the association, or before it has left. */
    static Optional<Fault> joining(InstitutionRef place, LocalDate joinedOn, List<Membership> periods) {
        return periods.stream()
                .filter(known -> known.period().to() == null
                        || joinedOn.isBefore(known.period().to()))
                .findFirst()
                .map(known -> new Fault(
                        "joinedOn",
                        "membership.in-already",
                        List.of(place.code(), known.period().from())));
    }

    /**
     * Whoever is merged goes on as another institution that is in the association on that day; one without a period always is.
     *
     * @param into null: it is not merged
     * @param periods of an institution
     */
    static Optional<Fault> merging(
            InstitutionRef leaving,
            @Nullable InstitutionRef into,
            LocalDate leftOn,
            Function<InstitutionRef, List<Membership>> periods) {
        if (into == null) {
            return Optional.empty();
        }
        List<Membership> known = periods.apply(into);
        boolean goesOn = !into.equals(leaving)
                && (known.isEmpty()
                        || known.stream().anyMatch(period -> period.period().contains(leftOn)));
        return goesOn
                ? Optional.empty()
                : Optional.of(new Fault("mergedIntoCode", "membership-elsewhere", List.of(into.code(), leftOn)));
    }
}
