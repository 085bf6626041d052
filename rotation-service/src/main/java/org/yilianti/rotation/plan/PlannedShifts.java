package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.roster.PersonLimits.LimitedShift;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.ShiftType;

/** The shifts of a plan as all its candidates see them: what is the same for everybody is worked out once. */
final class PlannedShifts {

    /** A shift and its position among the solver's shift types. */
    record Placed(int position, SiteShift at) {}

    private final Horizon horizon;
    private final Map<String, SiteShift> byKey;
    private final List<ShiftType> types;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<UUID, List<Placed>> bySite = new LinkedHashMap<>();
    private final List<LimitedShift> limited;
    private final Map<BitSet, LawfulOptions> options = new HashMap<>();

    /** @param types those of {@code byKey}, and those of duties that stand */
    PlannedShifts(Horizon horizon, Map<String, SiteShift> byKey, List<ShiftType> types) {
        this.horizon = horizon;
        this.byKey = byKey;
        this.types = types;
        for (int position = 0; position < types.size(); position++) {
            positions.put(types.get(position).id(), position);
        }
        byKey.forEach((key, at) -> bySite.computeIfAbsent(at.institutionId(), site -> new ArrayList<>())
                .add(new Placed(position(key), at)));
        this.limited = byKey.entrySet().stream()
                .map(one -> new LimitedShift(
                        one.getKey(),
                        one.getValue().shift().code(),
                        one.getValue().shift().rules().mostPerPerson()))
                .toList();
    }

    Horizon horizon() {
        return horizon;
    }

    List<ShiftType> types() {
        return types;
    }

    /** The days to be planned. */
    DatePeriod days() {
        return new DatePeriod(horizon.start(), horizon.date(horizon.days()));
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    List<LimitedShift> limited() {
        return limited;
    }

    /** The shifts of one institution; empty where none are planned. */
    List<Placed> at(UUID institutionId) {
        return bySite.getOrDefault(institutionId, List.of());
    }

    /** The bit that stands for a shift type on a day. */
    int bit(int day, int position) {
        return day * types.size() + position;
    }

    int position(String type) {
        return Objects.requireNonNull(positions.get(type), type);
    }

    /** What these bits permit; people with the same bits share it. */
    LawfulOptions options(BitSet lawful) {
        return options.computeIfAbsent(
                lawful, bits -> LawfulOptions.where(horizon, types, (date, type) -> permits(bits, date, type)));
    }

    private boolean permits(BitSet bits, LocalDate date, ShiftType type) {
        return bits.get(bit(horizon.day(date), position(type.id())));
    }
}
