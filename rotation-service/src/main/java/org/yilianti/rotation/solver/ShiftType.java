package org.yilianti.rotation.solver;

import java.util.Set;

/**
 * A kind of duty at one site, for example "night, surgery, H02". Skill, title and category are not known here: they decide, outside,
 * which shift types are lawful for whom ({@link LawfulOptions}).
 *
 * @param id unique in the problem
 * @param startMinute minute of the day at which it begins, 0 to 1439
 * @param minutes length, 1 to 2880
 * @param night whether it counts as night work
 * @param forbiddenNext shift types that must not start on the following day
 */
public record ShiftType(
        String id, String site, int startMinute, int minutes, boolean night, Set<String> forbiddenNext) {

    public ShiftType {
        forbiddenNext = Set.copyOf(forbiddenNext);
        if (startMinute < 0 || startMinute >= 1_440) {
            throw new IllegalArgumentException(id + ": the start must be a minute of the day, not " + startMinute);
        }
        if (minutes < 1 || minutes > 2_880) {
            throw new IllegalArgumentException(id + ": the length must be 1 to 2880 minutes, not " + minutes);
        }
    }

    /** A shift type without forbidden successors. */
    public ShiftType(String id, String site, int startMinute, int minutes, boolean night) {
        this(id, site, startMinute, minutes, night, Set.of());
    }
}
