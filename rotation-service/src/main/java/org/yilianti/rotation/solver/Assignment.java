package org.yilianti.rotation.solver;

import java.util.Comparator;

/** One person works one shift type on one day. Ordered by day, shift type, person. */
public record Assignment(String person, int day, String shiftType) implements Comparable<Assignment> {

    private static final Comparator<Assignment> ORDER = Comparator.comparingInt(Assignment::day)
            .thenComparing(Assignment::shiftType)
            .thenComparing(Assignment::person);

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }
}
