package org.yilianti.staff.tenure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/**
 * A director's term at the head of an institution.
 *
 * @param recordedBy who set the targets as they are
 * @param agreement since when the targets stand; null while they are being discussed
 * @param ending when and why it ended before its term; null otherwise
 */
public record Tenure(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        MemberId member,
        String post,
        DatePeriod term,
        Selection selection,
        Targets targets,
        Instant recordedAt,
        String recordedBy,
        @Nullable Agreement agreement,
        @Nullable Ending ending) {

    /** How directors are found. */
    public enum Method implements Coded {
        OPEN_COMPETITION,
        PUBLIC_RECOMMENDATION,
        APPOINTMENT
    }

    /**
     * How this one was.
     *
     * @param announcedOn when the post was announced to all
     * @param notice of who was selected
     */
    public record Selection(Method method, LocalDate announcedOn, int candidates, DatePeriod notice) {

        /** Reads it; faults a notice before the announcement, shorter than the policy asks, or beyond the first day of the term. */
        static Selection read(Entry entry, LocalDate termFrom, int noticeDays) {
            Selection selection = new Selection(
                    entry.choice("method", Method.class),
                    entry.date("announcedOn"),
                    entry.number("candidates", "1", "10000", 0).intValue(),
                    entry.period("noticeFrom", "noticeTo"));
            DatePeriod notice = selection.notice();
            LocalDate end = notice.to();
            if (entry.raw("noticeTo") == null) {
                entry.fault("noticeTo", "required");
            } else if (!entry.faulty() && end != null) {
                if (notice.from().isBefore(selection.announcedOn())) {
                    entry.fault("noticeFrom", "days-inverted", selection.announcedOn(), notice.from());
                }
                if (end.isBefore(notice.from().plusDays(noticeDays))) {
                    entry.fault("noticeTo", "notice-too-short", noticeDays);
                }
                if (end.isAfter(termFrom)) {
                    entry.fault("noticeTo", "too-late", termFrom, end);
                }
            }
            return selection;
        }
    }

    /** When and by whom the targets were agreed to. */
    public record Agreement(Instant at, String by) {}

    /** From which day on it is over, and why. */
    public record Ending(LocalDate on, String reason) {}

    /** Whose tenure it is, of what. */
    record Director(UUID association, InstitutionRef institution, MemberId member, String post) {}

    static Tenure recorded(
            Director director, DatePeriod term, Selection selection, Targets targets, Instant at, String by) {
        return new Tenure(
                Ids.next(),
                director.association(),
                1,
                director.institution(),
                director.member(),
                director.post(),
                term,
                selection,
                targets,
                at,
                by,
                null,
                null);
    }

    /** Other targets, while they are not agreed to, recorded by who changed them; the same when they say nothing new. */
    Tenure aiming(Targets changed, Instant at, String by) {
        requireStanding();
        if (agreement != null) {
            throw Refusal.conflict("tenure.agreed", id, agreement.by());
        }
        return changed.equals(targets)
                ? this
                : new Tenure(
                        id,
                        association,
                        version + 1,
                        institution,
                        member,
                        post,
                        term,
                        selection,
                        changed,
                        at,
                        by,
                        null,
                        null);
    }

    /** The targets stand; refuses (403) who recorded them. */
    Tenure agreed(Agreement by) {
        requireStanding();
        if (agreement != null) {
            throw Refusal.conflict("tenure.agreed", id, agreement.by());
        }
        if (recordedBy.equals(by.by())) {
            throw Refusal.forbidden("tenure.own-targets");
        }
        return next(targets, by, null);
    }

    /** Over before its term; refuses (422) a day outside it. */
    Tenure ended(Ending how) {
        requireStanding();
        if (!term.contains(how.on()) || how.on().equals(term.from())) {
            throw Refusal.invalid("tenure.outside-term", term.from(), String.valueOf(term.to()))
                    .at("/endedOn");
        }
        return next(targets, agreement, how);
    }

    /** The next version because a result changed. */
    Tenure touched() {
        return next(targets, agreement, ending);
    }

    /** First day after the whole of it. */
    public LocalDate over() {
        return ending == null ? Objects.requireNonNull(term.to()) : ending.on();
    }

    /** Refuses (409) results before there are targets, and (409, 422) of a year that is not over or not of the term. */
    void requireDue(int year, LocalDate today) {
        if (agreement == null) {
            throw Refusal.conflict("tenure.not-agreed", id);
        }
        LocalDate end = year == 0 ? over() : term.from().plusYears(year);
        if (year > 0 && !over().isAfter(term.from().plusYears(year - 1L))) {
            throw Refusal.invalid("tenure.no-such-year", year).at("/year");
        }
        if (today.isBefore(end.isAfter(over()) ? over() : end)) {
            throw Refusal.conflict("tenure.not-over", end);
        }
    }

    private void requireStanding() {
        if (ending != null) {
            throw Refusal.conflict("tenure.ended", id, ending.on());
        }
    }

    private Tenure next(Targets aims, @Nullable Agreement by, @Nullable Ending how) {
        return new Tenure(
                id,
                association,
                version + 1,
                institution,
                member,
                post,
                term,
                selection,
                aims,
                recordedAt,
                recordedBy,
                by,
                how);
    }
}
