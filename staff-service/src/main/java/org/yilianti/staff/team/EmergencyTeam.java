package org.yilianti.staff.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * An emergency team.
 *
 * @param version rises with every change of the team or of who serves in it
 * @param institution that keeps it
 * @param term the present one
 * @param renewal who decided the present term, if it is not the first
 */
public record EmergencyTeam(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        Details details,
        DatePeriod term,
        Instant recordedAt,
        String recordedBy,
        @Nullable Renewal renewal,
        @Nullable Dissolution dissolution) {

    /**
     * What a team is for.
     *
     * @param purpose a code such as {@code infectious-disease}
     */
    public record Details(String name, String purpose, List<SkillNeed> needs) {

        public Details {
            needs = List.copyOf(needs);
        }
    }

    /** How many must have a skill. */
    public record SkillNeed(String skill, int atLeast) {}

    /** When and by whom the present term was decided. */
    public record Renewal(Instant at, String by) {}

    /** From which day on it is no more, and why. */
    public record Dissolution(LocalDate on, String reason) {}

    static EmergencyTeam setUp(
            UUID association, InstitutionRef institution, Details details, DatePeriod term, Instant at, String by) {
        return new EmergencyTeam(Ids.next(), association, 1, institution, details, term, at, by, null, null);
    }

    /** The next version; the same when it says nothing new. */
    EmergencyTeam revised(Details changed) {
        requireStanding();
        return changed.equals(details) ? this : next(changed, term, renewal, null);
    }

    /** The next term follows the present one, or begins today when that is over; refuses (403) who set the team up. */
    EmergencyTeam renewed(LocalDate today, int years, Renewal by) {
        requireStanding();
        if (recordedBy.equals(by.by())) {
            throw Refusal.forbidden("team.own-team");
        }
        LocalDate end = Objects.requireNonNull(term.to());
        LocalDate from = end.isBefore(today) ? today : end;
        if (term.from().isAfter(today)) {
            throw Refusal.conflict("team.term-coming", term.from());
        }
        return next(details, new DatePeriod(from, from.plusYears(years)), by, null);
    }

    EmergencyTeam dissolved(Dissolution how) {
        requireStanding();
        return next(details, term, renewal, how);
    }

    /** The next version because somebody who serves in it changed. */
    EmergencyTeam touched() {
        return next(details, term, renewal, dissolution);
    }

    /** Refuses (409) a team that was dissolved. */
    void requireStanding() {
        if (dissolution != null) {
            throw Refusal.conflict("team.dissolved", id, dissolution.on());
        }
    }

    private EmergencyTeam next(Details changed, DatePeriod then, @Nullable Renewal by, @Nullable Dissolution gone) {
        return new EmergencyTeam(
                id, association, version + 1, institution, changed, then, recordedAt, recordedBy, by, gone);
    }
}
