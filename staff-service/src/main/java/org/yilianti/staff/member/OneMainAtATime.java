package org.yilianti.staff.member;

import java.util.List;
import java.util.Optional;
import org.yilianti.staff.entry.Fault;

/** A person with several appointments has one main practice institution (Physicians Law 2022, art. 15). */
record OneMainAtATime() implements AppointmentPolicy {

    @Override
    public Optional<Fault> objection(AppointmentDetails wanted, List<AppointmentDetails> others) {
        if (!wanted.main()) {
            return Optional.empty();
        }
        return others.stream()
                .filter(other -> other.main() && other.valid().overlaps(wanted.valid()))
                .findFirst()
                .map(other -> new Fault(
                        "main",
                        "main-overlaps",
                        List.of(other.institutionCode(), other.valid().from())));
    }
}
