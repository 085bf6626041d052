package org.yilianti.staff.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.member.MemberId;

/**
 * Leave to read personal values of somebody for a short while, for a reason.
 *
 * @param to the caller who asked; nobody else may read
 */
public record Disclosure(
        UUID id, UUID association, MemberId member, List<PersonalField> fields, String reason, Instant at, String to) {

    private static final Duration OPEN = Duration.ofMinutes(5);

    static Disclosure of(
            UUID association, MemberId member, List<PersonalField> fields, String reason, Instant at, String to) {
        return new Disclosure(Ids.next(), association, member, List.copyOf(fields), reason, at, to);
    }

    /** When the values can no longer be read. */
    public Instant until() {
        return at.plus(OPEN);
    }
}
