package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilianti.rotation.demand.DemandedRules;
import org.yilianti.rotation.roster.PersonLimits.LimitedShift;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.ShiftType;

/**
 * One person's duties as the solver's rules see them: a shift type for each shift of a place and month, with the order of shifts that its
 * demand forbids.
 */
final class DutyLine {

    private final Collection<Duty> duties;
    private final DemandedRules demanded;
    private final Map<String, Duty> samples = new LinkedHashMap<>();

    DutyLine(Collection<Duty> duties, DemandedRules demanded) {
        this.duties = duties;
        this.demanded = demanded;
        duties.forEach(duty -> samples.putIfAbsent(id(duty), duty));
    }

    List<ShiftType> types() {
        List<ShiftType> types = new ArrayList<>();
        samples.forEach((id, duty) -> {
            ShiftType shape = DutyShapes.type(duty);
            types.add(new ShiftType(
                    id, shape.site(), shape.startMinute(), shape.minutes(), shape.night(), forbiddenNext(duty)));
        });
        return types;
    }

    List<Assignment> assignments(String person, Horizon horizon) {
        return duties.stream()
                .map(duty -> new Assignment(person, horizon.day(duty.date()), id(duty)))
                .toList();
    }

    /** The shifts as far as one person may have only so many of them. */
    List<LimitedShift> limited() {
        List<LimitedShift> limited = new ArrayList<>();
        samples.forEach((id, duty) -> limited.add(new LimitedShift(
                id,
                duty.shift(),
                demanded.of(duty.institutionId(), duty.date(), duty.shift()).mostPerPerson())));
        return limited;
    }

    /** The line of one month. */
    DutyLine of(YearMonth month) {
        return new DutyLine(
                duties.stream().filter(duty -> isIn(month, duty.date())).toList(), demanded);
    }

    private Set<String> forbiddenNext(Duty duty) {
        Set<String> next =
                demanded.of(duty.institutionId(), duty.date(), duty.shift()).forbiddenNext();
        return samples.entrySet().stream()
                .filter(other -> other.getValue().institutionId().equals(duty.institutionId())
                        && next.contains(other.getValue().shift()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isIn(YearMonth month, LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    private static String id(Duty duty) {
        return DutyShapes.type(duty).id() + "/" + YearMonth.from(duty.date()) + "/" + duty.shift();
    }
}
