package org.yilianti.staff.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;
import org.yilianti.staff.team.TeamMember.Readiness;

/** A team changed: its whole public state; the schema is {@code contracts/events/staff.emergency-team-changed.v1}. */
record TeamChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID institutionId,
        String name,
        String purpose,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        boolean dissolved,
        List<SkillNeed> needs,
        List<Person> people) {

    /** Somebody who serves in it. */
    record Person(
            UUID memberId,
            String duty,
            List<String> skills,
            @Nullable Integer readyMinutes,
            @Nullable Instant declaredAt,
            @Nullable Instant verifiedAt) {

        static Person of(TeamMember service) {
            Optional<Readiness> readiness = Optional.ofNullable(service.readiness());
            return new Person(
                    service.member().value(),
                    service.duty().code(),
                    service.skills(),
                    readiness.map(Readiness::minutes).orElse(null),
                    readiness.map(Readiness::at).orElse(null),
                    readiness.map(Readiness::verifiedAt).orElse(null));
        }
    }

    /** @param serving the leader first */
    static OutboxEvent announcement(EmergencyTeam team, List<TeamMember> serving) {
        return OutboxEvent.state(
                "staff.emergency-teams",
                "staff.emergency-team-changed.v1",
                team.association(),
                team.id(),
                team.version(),
                of(team, serving));
    }

    private static TeamChanged of(EmergencyTeam team, List<TeamMember> serving) {
        return new TeamChanged(
                team.id(),
                team.association(),
                team.version(),
                team.institution().id().value(),
                team.details().name(),
                team.details().purpose(),
                team.term().from(),
                team.term().to(),
                team.dissolution() != null,
                team.details().needs(),
                team.dissolution() == null ? serving.stream().map(Person::of).toList() : List.of());
    }
}
