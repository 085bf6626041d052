package org.yilianti.rotation.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.ShiftRules.ShiftWeights;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import org.yilianti.rotation.solver.CoverWeights;
import org.yilianti.rotation.solver.ShiftType;

/** A shift of one institution's demand, as the solver knows it by its key. */
record SiteShift(UUID institutionId, DemandShift shift) {

    String key() {
        return institutionId + "/" + shift.code();
    }

    ShiftType type() {
        return new ShiftType(
                key(),
                institutionId.toString(),
                shift.startMinute(),
                shift.minutes(),
                shift.night(),
                shift.rules().forbiddenNext().stream()
                        .map(next -> institutionId + "/" + next)
                        .collect(Collectors.toSet()));
    }

    /** What of the shift's demands on category, specialty and title a person does not meet, the first of them; empty for one who meets all. */
    Optional<String> unfit(Member member) {
        String specialty = shift.specialty();
        if (shift.category() != member.category()) {
            return Optional.of("category");
        }
        if (specialty != null && !specialty.equals(member.specialty())) {
            return Optional.of("specialty");
        }
        return shift.rules().admits(member.title()) ? Optional.empty() : Optional.of("title");
    }

    CoverWeights weights() {
        ShiftWeights stated = shift.rules().weights();
        return stated == null
                ? CoverWeights.standard()
                : new CoverWeights(stated.belowMinimum(), stated.belowDesired(), stated.aboveDesired());
    }

    /** The duty of a person on a date. */
    Duty duty(MonthlyPlan plan, UUID memberId, LocalDate date) {
        return on(date, plan, memberId, null);
    }

    /** A duty on a date that nobody has yet, and why. */
    Duty open(MonthlyPlan plan, LocalDate date, String reason) {
        return on(date, plan, null, reason);
    }

    private Duty on(LocalDate date, MonthlyPlan plan, @Nullable UUID memberId, @Nullable String reason) {
        Instant start = date.atTime(shift.start()).atZone(AssociationZone.ZONE).toInstant();
        return new Duty(
                Ids.next(),
                plan.association(),
                plan.id(),
                institutionId,
                memberId,
                date,
                shift.code(),
                shift.category(),
                shift.specialty(),
                start,
                start.plusSeconds(shift.minutes() * 60L),
                shift.night(),
                memberId == null ? DutyStatus.OPEN : DutyStatus.ASSIGNED,
                reason,
                1);
    }
}
