package org.yilianti.staff.team.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.team.Drill;
import org.yilianti.staff.team.Drill.Arrival;
import org.yilianti.staff.team.EmergencyTeam;
import org.yilianti.staff.team.EmergencyTeam.Dissolution;
import org.yilianti.staff.team.EmergencyTeam.Renewal;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;
import org.yilianti.staff.team.TeamMember;
import org.yilianti.staff.team.TeamMember.Departure;
import org.yilianti.staff.team.TeamMember.Readiness;
import org.yilianti.staff.team.TeamMember.Reliance;

/** Teams, those who serve in them and drills as they are shown. */
final class TeamViews {

    private TeamViews() {}

    /** A team; termTo is the first day after the term. */
    record TeamView(
            UUID id,
            long version,
            String institutionCode,
            String name,
            String purpose,
            List<SkillNeed> needs,
            LocalDate termFrom,
            @Nullable LocalDate termTo,
            Instant recordedAt,
            String recordedBy,
            @Nullable String renewedBy,
            @Nullable LocalDate dissolvedOn,
            @Nullable String dissolutionReason) {

        static TeamView of(EmergencyTeam team) {
            Optional<Dissolution> dissolution = Optional.ofNullable(team.dissolution());
            return new TeamView(
                    team.id(),
                    team.version(),
                    team.institution().code(),
                    team.details().name(),
                    team.details().purpose(),
                    team.details().needs(),
                    team.term().from(),
                    team.term().to(),
                    team.recordedAt(),
                    team.recordedBy(),
                    Optional.ofNullable(team.renewal()).map(Renewal::by).orElse(null),
                    dissolution.map(Dissolution::on).orElse(null),
                    dissolution.map(Dissolution::reason).orElse(null));
        }
    }

    /** Somebody who serves; readiness is what it is worth now. */
    record TeamMemberView(
            UUID id,
            long version,
            UUID teamId,
            UUID memberId,
            String duty,
            List<String> skills,
            LocalDate since,
            String readiness,
            @Nullable Integer readyMinutes,
            @Nullable Instant declaredAt,
            @Nullable String declaredBy,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy,
            @Nullable LocalDate leftOn,
            @Nullable String leavingReason) {

        static TeamMemberView of(TeamMember service, Reliance reliance) {
            Optional<Readiness> readiness = Optional.ofNullable(service.readiness());
            Optional<Departure> departure = Optional.ofNullable(service.departure());
            return new TeamMemberView(
                    service.id(),
                    service.version(),
                    service.team(),
                    service.member().value(),
                    service.duty().code(),
                    service.skills(),
                    service.since(),
                    reliance.code(),
                    readiness.map(Readiness::minutes).orElse(null),
                    readiness.map(Readiness::at).orElse(null),
                    readiness.map(Readiness::by).orElse(null),
                    readiness.map(Readiness::verifiedAt).orElse(null),
                    readiness.map(Readiness::verifiedBy).orElse(null),
                    departure.map(Departure::on).orElse(null),
                    departure.map(Departure::reason).orElse(null));
        }
    }

    /** A drill; arrivals are null in lists. */
    record DrillView(
            UUID id,
            UUID teamId,
            LocalDate heldOn,
            String subject,
            int called,
            int came,
            int inTime,
            @Nullable Integer assembledMinutes,
            int limitMinutes,
            Instant recordedAt,
            String recordedBy,
            @Nullable List<ArrivalView> arrivals) {

        /** How soon somebody came; null: did not. */
        record ArrivalView(UUID teamMemberId, @Nullable Integer minutes) {}

        static DrillView of(Drill drill, @Nullable List<Arrival> arrivals) {
            return new DrillView(
                    drill.id(),
                    drill.team(),
                    drill.heldOn(),
                    drill.subject(),
                    drill.called(),
                    drill.came(),
                    drill.inTime(),
                    drill.assembledMinutes(),
                    drill.limitMinutes(),
                    drill.recordedAt(),
                    drill.recordedBy(),
                    arrivals == null
                            ? null
                            : arrivals.stream()
                                    .map(arrival -> new ArrivalView(arrival.service(), arrival.minutes()))
                                    .toList());
        }
    }
}
