package org.yilianti.staff.member;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.yilianti.staff.entry.Fault;

/** Says why two records cannot be of one person; mistakes in either are to be corrected before. */
final class SamePerson {

    private static final List<BiFunction<MemberDetails, MemberDetails, Optional<Fault>>> RULES =
            List.of(SamePerson::birthDate, SamePerson::sex, SamePerson::name);

    private SamePerson() {}

    /** Every reason against it, in the order of the rules. */
    static List<Fault> objections(MemberDetails one, MemberDetails other) {
        return RULES.stream().flatMap(rule -> rule.apply(one, other).stream()).toList();
    }

    private static Optional<Fault> birthDate(MemberDetails one, MemberDetails other) {
        return one.birthDate().equals(other.birthDate())
                ? Optional.empty()
                : Optional.of(unlike("birth-date-differs", one.birthDate(), other.birthDate()));
    }

    private static Optional<Fault> sex(MemberDetails one, MemberDetails other) {
        return one.sex() == other.sex()
                ? Optional.empty()
                : Optional.of(
                        unlike("sex-differs", one.sex().code(), other.sex().code()));
    }

    private static Optional<Fault> name(MemberDetails one, MemberDetails other) {
        boolean latin = Stream.ofNullable(one.nameLatin()).anyMatch(name -> name.equalsIgnoreCase(other.nameLatin()));
        return latin || one.name().equals(other.name())
                ? Optional.empty()
                : Optional.of(unlike("name-differs", one.name(), other.name()));
    }

    private static Fault unlike(String code, Object one, Object other) {
        return new Fault("duplicateId", code, List.of(one, other));
    }
}
