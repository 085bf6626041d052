package org.yilianti.staff.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/**
 * Somebody's service in a team.
 *
 * @param institution that keeps the team
 * @param skills codes, such as {@code intubation}
 * @param readiness what was declared last; null before
 * @param departure since when they no longer serve; null while they do
 */
public record TeamMember(
        UUID id,
        UUID association,
        long version,
        UUID team,
        InstitutionRef institution,
        MemberId member,
        TeamDuty duty,
        List<String> skills,
        LocalDate since,
        @Nullable Readiness readiness,
        @Nullable Departure departure) {

    /** How far a readiness can be relied upon. */
    public enum Reliance implements Coded {
        NOT_DECLARED,
        NOT_READY,
        DECLARED,
        VERIFIED,
        STALE
    }

    /**
     * What was declared, and who verified it.
     *
     * @param minutes to be there after a call; null: not ready
     */
    public record Readiness(
            @Nullable Integer minutes,
            Instant at,
            String by,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy) {}

    /** Since when somebody no longer serves, and why. */
    public record Departure(LocalDate on, String reason) {}

    public TeamMember {
        skills = List.copyOf(skills);
    }

    static TeamMember begun(EmergencyTeam team, MemberId member, TeamDuty duty, List<String> skills, LocalDate since) {
        return new TeamMember(
                Ids.next(),
                team.association(),
                1,
                team.id(),
                team.institution(),
                member,
                duty,
                skills,
                since,
                null,
                null);
    }

    /** The next version; the same when it says nothing new. */
    TeamMember revised(TeamDuty changed, List<String> changedSkills) {
        requireServing();
        return changed == duty && changedSkills.equals(skills)
                ? this
                : new TeamMember(
                        id,
                        association,
                        version + 1,
                        team,
                        institution,
                        member,
                        changed,
                        changedSkills,
                        since,
                        readiness,
                        null);
    }

    /** Something was declared or verified after this moment. */
    boolean heardAfter(Instant moment) {
        return readiness != null
                && (readiness.at().isAfter(moment)
                        || (readiness.verifiedAt() != null
                                && readiness.verifiedAt().isAfter(moment)));
    }

    /** Says anew how soon they can be there. */
    TeamMember declared(@Nullable Integer minutes, Instant at, String by) {
        requireServing();
        return with(new Readiness(minutes, at, by, null, null), null);
    }

    /** Somebody else has seen it; refuses (409) where nobody declared to be ready, (403) who declared it. */
    TeamMember verified(Instant at, String by) {
        requireServing();
        if (readiness == null || readiness.minutes() == null) {
            throw Refusal.conflict("team.nothing-declared", id);
        }
        if (readiness.by().equals(by)) {
            throw Refusal.forbidden("team.own-declaration");
        }
        return with(new Readiness(readiness.minutes(), readiness.at(), readiness.by(), at, by), null);
    }

    TeamMember departed(Departure how) {
        requireServing();
        return with(readiness, how);
    }

    /** How far the readiness can be relied upon now; it grows old from when it was declared or verified last. */
    public Reliance reliance(Instant now, int declarationDays) {
        if (readiness == null) {
            return Reliance.NOT_DECLARED;
        }
        if (readiness.minutes() == null) {
            return Reliance.NOT_READY;
        }
        Instant seen = readiness.verifiedAt();
        Instant last = seen == null ? readiness.at() : seen;
        if (last.plus(Duration.ofDays(declarationDays)).isBefore(now)) {
            return Reliance.STALE;
        }
        return seen == null ? Reliance.DECLARED : Reliance.VERIFIED;
    }

    private void requireServing() {
        if (departure != null) {
            throw Refusal.conflict("team.departed", id, departure.on());
        }
    }

    private TeamMember with(@Nullable Readiness known, @Nullable Departure gone) {
        return new TeamMember(
                id, association, version + 1, team, institution, member, duty, skills, since, known, gone);
    }
}
