package org.yilianti.staff.establishment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * One line of an institution's establishment.
 *
 * @param version rises with every change
 */
public record AuthorisedPost(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        PostDetails details,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    static AuthorisedPost authorised(
            UUID association,
            InstitutionRef institution,
            PostDetails details,
            Instant at,
            String by,
            @Nullable String reason) {
        return new AuthorisedPost(Ids.next(), association, 1, institution, details, at, by, reason);
    }

    /** The next version; the same when it says nothing new. */
    AuthorisedPost revised(PostDetails changed, Instant at, String by, @Nullable String why) {
        return changed.equals(details)
                ? this
                : new AuthorisedPost(id, association, version + 1, institution, changed, at, by, why);
    }
}
