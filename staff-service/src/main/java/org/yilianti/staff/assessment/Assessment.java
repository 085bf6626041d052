package org.yilianti.staff.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * One assessment of the holder of a licence.
 *
 * @param cycle of a repeat, the cycle of the one it repeats
 * @param repeats the failed assessment that it repeats; null for a regular one
 * @param failure what follows; null when passed
 * @param annulled why it no longer counts; null while it stands
 */
public record Assessment(
        UUID id,
        UUID association,
        long version,
        UUID licence,
        UUID member,
        InstitutionRef institution,
        DatePeriod cycle,
        @Nullable UUID repeats,
        Outcome outcome,
        @Nullable Failure failure,
        Instant recordedAt,
        String recordedBy,
        @Nullable Annulment annulled) {

    /**
     * What was found.
     *
     * @param decidedFor first day on which a failure has its consequence
     */
    public record Outcome(
            LocalDate heldOn,
            AssessmentResult result,
            LocalDate decidedFor,
            @Nullable String note) {

        /** Reads a result; it was held today at the latest, and has no consequence for days before. */
        static Outcome read(Entry entry, LocalDate today) {
            LocalDate heldOn = entry.date("heldOn");
            LocalDate named = entry.optionalDate("suspendedFrom");
            if (heldOn.isAfter(today)) {
                entry.fault("heldOn", "in-future", heldOn);
            }
            if (named != null && named.isBefore(heldOn)) {
                entry.fault("suspendedFrom", "out-of-range", heldOn, "2200-01-01");
            }
            return new Outcome(
                    heldOn,
                    entry.choice("result", AssessmentResult.class),
                    named == null ? today : named,
                    entry.optionalText("note", 500));
        }
    }

    /**
     * What a failure brings.
     *
     * @param suspendedFrom first day without practice; the first day of the revocation for a failed repeat
     * @param retakeFrom first day on which it may be repeated; null for a failed repeat
     * @param retakeBy last day but one for it; null for a failed repeat
     */
    public record Failure(
            LocalDate suspendedFrom,
            @Nullable LocalDate retakeFrom,
            @Nullable LocalDate retakeBy) {}

    /** When, by whom and why it was annulled. */
    public record Annulment(Instant at, String by, String reason) {}

    /** The assessment of a cycle. */
    static Assessment regular(
            Licence licence, DatePeriod cycle, Outcome outcome, AssessmentCycles rules, Recording by) {
        LocalDate from = outcome.decidedFor();
        Failure failure = outcome.result() == AssessmentResult.PASSED
                ? null
                : new Failure(
                        from, from.plusMonths(rules.suspensionMonths()), from.plusMonths(rules.retakeWithinMonths()));
        return recorded(licence, cycle, null, outcome, failure, by);
    }

    /** The repeat of this failed one; refuses (422) one held before the suspension has lasted long enough. */
    Assessment repeated(Licence holders, Outcome again, Recording by) {
        LocalDate earliest = failure == null ? null : failure.retakeFrom();
        if (earliest == null || again.heldOn().isBefore(earliest)) {
            throw Refusal.invalid("assessment.retake-too-early", String.valueOf(earliest))
                    .at("/heldOn");
        }
        Failure second = again.result() == AssessmentResult.PASSED ? null : new Failure(again.decidedFor(), null, null);
        return recorded(holders, cycle, id, again, second, by);
    }

    /** Who records it and when. */
    record Recording(Instant at, String by) {}

    private static Assessment recorded(
            Licence licence,
            DatePeriod cycle,
            @Nullable UUID repeats,
            Outcome outcome,
            @Nullable Failure failure,
            Recording by) {
        return new Assessment(
                Ids.next(),
                licence.association(),
                1,
                licence.id().value(),
                licence.member().value(),
                new InstitutionRef(licence.mainInstitution(), licence.details().mainInstitutionCode()),
                cycle,
                repeats,
                outcome,
                failure,
                by.at(),
                by.by(),
                null);
    }

    /** It no longer counts; refuses (409) one annulled before. */
    Assessment annulled(Annulment why) {
        if (annulled != null) {
            throw Refusal.conflict("assessment.annulled", id);
        }
        return new Assessment(
                id,
                association,
                version + 1,
                licence,
                member,
                institution,
                cycle,
                repeats,
                outcome,
                failure,
                recordedAt,
                recordedBy,
                why);
    }

    /** Failed and not yet repeated, if it is the latest of its licence. */
    boolean awaitsRepeat() {
        return failure != null && repeats == null;
    }

    /** {@code passed}, {@code failed} or {@code annulled}. */
    public String status() {
        return annulled == null ? outcome.result().code() : "annulled";
    }

    /** The public state after a change, for {@code staff.assessments}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.assessments",
                "staff.assessment-changed.v1",
                association,
                id,
                version,
                AssessmentChanged.of(this));
    }
}
