package org.yilianti.staff.privacy;

import java.util.Optional;
import java.util.function.Function;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.MemberDetails;
import org.yilianti.staff.member.Phone;

/** A personal value that is masked wherever it is not shown on purpose. */
public enum PersonalField implements Coded {
    NATIONAL_ID(details -> Optional.of(details.nationalId().value())),
    PHONE(details -> Optional.ofNullable(details.phone()).map(Phone::value));

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Function<MemberDetails, Optional<String>> value;

    PersonalField(Function<MemberDetails, Optional<String>> value) {
        this.value = value;
    }

    /** What is kept of a person; empty when nothing is. */
    public Optional<String> of(MemberDetails details) {
        return value.apply(details);
    }
}
