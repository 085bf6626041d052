package org.yilianti.rotation.solver;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which (day, shift type) one person may lawfully work: the answers of the lawful-practice decision, evaluated outside and final here.
 * Immutable; one bit per pair, and people with the same answers can share an object.
 */
public final class LawfulOptions {

    private final int shiftTypes;
    private final BitSet bits;

    private LawfulOptions(int shiftTypes, BitSet bits) {
        this.shiftTypes = shiftTypes;
        this.bits = bits;
    }

    /** Asks {@code lawful} once for each date of the horizon and each shift type. */
    public static LawfulOptions where(
            Horizon horizon, List<ShiftType> shiftTypes, BiPredicate<LocalDate, ShiftType> lawful) {
        var bits = new BitSet(horizon.days() * shiftTypes.size());
        for (int day = 0; day < horizon.days(); day++) {
            for (int type = 0; type < shiftTypes.size(); type++) {
                bits.set(day * shiftTypes.size() + type, lawful.test(horizon.date(day), shiftTypes.get(type)));
            }
        }
        return new LawfulOptions(shiftTypes.size(), bits);
    }

    /** Everything is lawful. */
    public static LawfulOptions all(Horizon horizon, List<ShiftType> shiftTypes) {
        return where(horizon, shiftTypes, (date, type) -> true);
    }

    /** Whether the shift type at this position of the problem's list is lawful on this day. */
    public boolean permits(int day, int shiftType) {
        return bits.get(day * shiftTypes + shiftType);
    }

    boolean fits(int days, int types) {
        return shiftTypes == types && bits.length() <= days * types;
    }
}
