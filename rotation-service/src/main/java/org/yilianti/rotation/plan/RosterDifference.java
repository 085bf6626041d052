package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.roster.Duty;

/**
 * A day of one person that looks different in two rosters.
 *
 * @param before the duty in the first; null for a free day
 * @param after the duty in the second; null for a free day
 */
public record RosterDifference(
        UUID memberId,
        LocalDate date,
        @Nullable Duty before,
        @Nullable Duty after) {

    private record Cell(LocalDate date, UUID member) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::date).thenComparing(Cell::member);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** Every difference, by date, then person; open duties do not count. */
    public static List<RosterDifference> between(Collection<Duty> first, Collection<Duty> second) {
        Map<Cell, Duty> before = cells(first);
        Map<Cell, Duty> after = cells(second);
        Set<Cell> all = Stream.of(before, after)
                .flatMap(cells -> cells.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<RosterDifference> differences = new ArrayList<>();
        for (Cell cell : all) {
            Duty one = before.get(cell);
            Duty other = after.get(cell);
            if (one == null || other == null || !same(one, other)) {
                differences.add(new RosterDifference(cell.member, cell.date, one, other));
            }
        }
        return differences;
    }

    private static boolean same(Duty one, Duty other) {
        return one.institutionId().equals(other.institutionId())
                && one.shift().equals(other.shift())
                && one.startsAt().equals(other.startsAt())
                && one.endsAt().equals(other.endsAt());
    }

    private static Map<Cell, Duty> cells(Collection<Duty> duties) {
        Map<Cell, Duty> cells = new TreeMap<>();
        for (Duty duty : duties) {
            UUID member = duty.memberId();
            if (member != null) {
                cells.put(new Cell(duty.date(), member), duty);
            }
        }
        return cells;
    }
}
