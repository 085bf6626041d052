package org.yilianti.rotation.roster;

import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.ShiftType;

/** How duties and leave that stand already look to the solver's rules. */
public final class DutyShapes {

    private DutyShapes() {}

    /** The shift type of a duty that stands already: all duties of one place, start and length share one. */
    public static ShiftType type(Duty duty) {
        LocalTime start = LocalTime.ofInstant(duty.startsAt(), AssociationZone.ZONE);
        int minute = start.toSecondOfDay() / 60;
        return new ShiftType(
                "standing:%s@%d+%d%s".formatted(duty.institutionId(), minute, duty.minutes(), duty.night() ? "n" : ""),
                duty.institutionId().toString(),
                minute,
                duty.minutes(),
                duty.night());
    }

    /** The days of the horizon that lie in one of these periods. */
    public static Set<Integer> days(Horizon horizon, Collection<DatePeriod> periods) {
        Set<Integer> days = new HashSet<>();
        for (int day = 0; day < horizon.days(); day++) {
            var date = horizon.date(day);
            if (periods.stream().anyMatch(period -> period.contains(date))) {
                days.add(day);
            }
        }
        return days;
    }
}
