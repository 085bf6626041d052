package org.yilianti.rotation.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import org.yilianti.rotation.solver.ShiftType;

/** A shift of one institution's demand, as the solver knows it by its key. */
record SiteShift(UUID institutionId, DemandShift shift) {

    String key() {
        return institutionId + "/" + shift.code();
    }

    ShiftType type() {
        return new ShiftType(key(), institutionId.toString(), shift.startMinute(), shift.minutes(), shift.night());
    }

    /** The duty of a person on a date. */
    Duty duty(MonthlyPlan plan, UUID memberId, LocalDate date) {
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
                DutyStatus.ASSIGNED,
                null,
                1);
    }
}
