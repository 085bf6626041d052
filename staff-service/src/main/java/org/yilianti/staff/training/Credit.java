package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/**
 * Credits that somebody has earned.
 *
 * @param institution of the main appointment when they were earned
 * @param enrolment that brought them; null when earned elsewhere
 * @param annulled why they no longer count; null while they stand
 */
public record Credit(
        UUID id,
        UUID association,
        long version,
        MemberId member,
        InstitutionRef institution,
        Details details,
        @Nullable UUID enrolment,
        Instant recordedAt,
        String recordedBy,
        @Nullable Annulment annulled) {

    /**
     * What was earned.
     *
     * @param source title of the course
     * @param evidence number of a certificate, unique for the person; null for a course held here
     */
    public record Details(
            CreditClass creditClass,
            BigDecimal credits,
            LocalDate earnedOn,
            String source,
            @Nullable String evidence) {

        static Details read(Entry entry, LocalDate today) {
            Details details = new Details(
                    entry.choice("creditClass", CreditClass.class),
                    entry.number("credits", "0.1", "100", 1).setScale(1, RoundingMode.DOWN),
                    entry.date("earnedOn"),
                    entry.text("source", 200),
                    entry.text("evidence", 200));
            if (details.earnedOn().isAfter(today)) {
                entry.fault("earnedOn", "in-future", details.earnedOn());
            }
            return details;
        }
    }

    /** When, by whom and why they were annulled. */
    public record Annulment(Instant at, String by, String reason) {}

    static Credit recorded(
            Editing by, MemberId member, InstitutionRef institution, Details details, @Nullable UUID enrolment) {
        return new Credit(
                Ids.next(), by.association(), 1, member, institution, details, enrolment, by.at(), by.name(), null);
    }

    /** Who records something when. */
    record Editing(UUID association, Instant at, String name) {}

    /** They no longer count; refuses (409) those annulled before. */
    Credit annulled(Annulment why) {
        if (annulled != null) {
            throw Refusal.conflict("credit.annulled", id);
        }
        return new Credit(
                id, association, version + 1, member, institution, details, enrolment, recordedAt, recordedBy, why);
    }

    /** The public state after a change, for {@code staff.training-credits}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.training-credits",
                "staff.training-credit-changed.v1",
                association,
                id,
                version,
                CreditChanged.of(this));
    }
}
