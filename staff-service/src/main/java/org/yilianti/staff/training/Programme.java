package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * A course.
 *
 * @param institution that holds it
 * @param conversion how it became a standing course; null for a temporary one
 */
public record Programme(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        Details details,
        Instant recordedAt,
        String recordedBy,
        @Nullable Conversion conversion) {

    /**
     * What a course says.
     *
     * @param credits for whoever passes a session
     * @param valid days on which sessions are held; a temporary course has an end
     */
    public record Details(
            ProgrammeKind kind, String title, CreditClass creditClass, BigDecimal credits, DatePeriod valid) {

        static Details read(Entry entry, boolean standing) {
            Details details = new Details(
                    entry.choice("kind", ProgrammeKind.class),
                    entry.text("title", 200),
                    entry.choice("creditClass", CreditClass.class),
                    entry.number("credits", "0", "100", 1).setScale(1, RoundingMode.DOWN),
                    entry.period("validFrom", "validTo"));
            if (!standing && entry.raw("validTo") == null) {
                entry.fault("validTo", "required");
            }
            return details;
        }
    }

    /** When, by whom and why it became a standing course. */
    public record Conversion(Instant at, String by, String reason) {}

    static Programme recorded(UUID association, InstitutionRef institution, Details details, Instant at, String by) {
        return new Programme(Ids.next(), association, 1, institution, details, at, by, null);
    }

    /** The next version; the same when it says nothing new. */
    Programme revised(Details changed) {
        return changed.equals(details)
                ? this
                : new Programme(id, association, version + 1, institution, changed, recordedAt, recordedBy, conversion);
    }

    /** Held for good from now on; refuses (409) a standing course, (403) who recorded it. */
    Programme converted(Conversion by) {
        if (conversion != null) {
            throw Refusal.conflict("programme.standing", id);
        }
        if (recordedBy.equals(by.by())) {
            throw Refusal.forbidden("programme.own-course");
        }
        Details endless = new Details(
                details.kind(),
                details.title(),
                details.creditClass(),
                details.credits(),
                DatePeriod.from(details.valid().from()));
        return new Programme(id, association, version + 1, institution, endless, recordedAt, recordedBy, by);
    }

    public boolean standing() {
        return conversion != null;
    }
}
