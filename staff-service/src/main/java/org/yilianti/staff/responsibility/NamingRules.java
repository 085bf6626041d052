package org.yilianti.staff.responsibility;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.member.Appointment;

/** Who may be named, each rule with its reason; touches nothing. */
final class NamingRules {

    /**
     * What is known of a naming.
     *
     * @param inUnit everybody who is or was named in the unit
     * @param ofPerson what the person is named for anywhere
     * @param appointed at the unit's institution on the first day
     */
    record Naming(
            Unit unit,
            Responsible responsible,
            List<Responsible> inUnit,
            List<Responsible> ofPerson,
            boolean appointed) {

        /**
         * From what was read of the unit and the person, and perhaps of others.
         *
         * @param standing everybody who is or was named in the unit, and all that the person is or was named for
         * @param appointments of the person
         */
        static Naming of(
                Unit unit, Responsible wanted, Collection<Responsible> standing, Collection<Appointment> appointments) {
            return new Naming(
                    unit,
                    wanted,
                    standing.stream()
                            .filter(one -> one.unit().equals(unit.id()))
                            .toList(),
                    standing.stream()
                            .filter(one -> one.member().equals(wanted.member()))
                            .toList(),
                    appointments.stream()
                            .anyMatch(post -> post.member().equals(wanted.member())
                                    && post.institution()
                                            .equals(unit.institution().id())
                                    && post.details()
                                            .valid()
                                            .contains(wanted.valid().from())));
        }

        private Stream<Responsible> beside(List<Responsible> others) {
            return others.stream().filter(other -> other.valid().overlaps(responsible.valid()));
        }
    }

    private NamingRules() {}

    /** Every objection there is. */
    static List<Fault> objections(Naming naming) {
        return Stream.of(
                        withinTheUnitsTerm(naming),
                        oneHead(naming),
                        oncePerUnit(naming),
                        fullTimeOnce(naming),
                        appointedThere(naming))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fault> withinTheUnitsTerm(Naming naming) {
        var valid = naming.unit().valid();
        return valid.contains(naming.responsible().valid().from())
                ? Optional.empty()
                : Optional.of(
                        new Fault("validFrom", "outside-unit-term", List.of(valid.from(), String.valueOf(valid.to()))));
    }

    private static Optional<Fault> oneHead(Naming naming) {
        return naming.responsible().duty() != Duty.HEAD
                ? Optional.empty()
                : naming.beside(naming.inUnit())
                        .filter(other -> other.duty() == Duty.HEAD)
                        .findFirst()
                        .map(other -> new Fault(
                                "duty",
                                "responsibility-has-head",
                                List.of(other.valid().from())));
    }

    private static Optional<Fault> oncePerUnit(Naming naming) {
        return naming.beside(naming.inUnit())
                .filter(other -> other.member().equals(naming.responsible().member()))
                .findFirst()
                .map(other -> new Fault(
                        "memberId", "responsibility-named", List.of(other.duty().code())));
    }

    private static Optional<Fault> fullTimeOnce(Naming naming) {
        return !naming.responsible().fullTime()
                ? Optional.empty()
                : naming.beside(naming.ofPerson())
                        .filter(Responsible::fullTime)
                        .findFirst()
                        .map(other -> new Fault(
                                "fullTime",
                                "responsibility-full-time",
                                List.of(other.valid().from())));
    }

    private static Optional<Fault> appointedThere(Naming naming) {
        return naming.unit().level() != Level.INSTITUTION || naming.appointed()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "memberId",
                        "responsibility-not-appointed",
                        List.of(naming.unit().institution().code())));
    }
}
