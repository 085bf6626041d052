package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yilianti.platform.time.DatePeriod;

/** The licences of one member taken together: on which days they permit practice. A renewed licence continues the one before. */
public record PractisingRight(List<Licence> licences) {

    /**
     * The first day without the right.
     *
     * @param obstacle why; of several licences the one whose failure matters most
     */
    public record Interruption(LocalDate from, LicenceObstacle obstacle) {}

    /** Days in a row without the right, all for the same reason. */
    public record InterruptedDays(DatePeriod days, LicenceObstacle obstacle) {}

    public boolean none() {
        return licences.isEmpty();
    }

    /** The right that only the licences which satisfy {@code condition} give. */
    public PractisingRight where(Predicate<Licence> condition) {
        return new PractisingRight(licences.stream().filter(condition).toList());
    }

    /** The first day of {@code span} on which no licence permits practice; empty when all are covered or there is no licence at all. */
    public Optional<Interruption> firstInterruption(DatePeriod span) {
        List<DatePeriod> practisable = licences.stream()
                .flatMap(licence -> licence.practisable().stream())
                .toList();
        return Coverage.firstGap(practisable, span).flatMap(this::interruption);
    }

    /** Every stretch of {@code span} on which no licence permits practice, parted where the reason changes; none without any licence. */
    public List<InterruptedDays> interruptions(DatePeriod span) {
        List<DatePeriod> practisable = licences.stream()
                .flatMap(licence -> licence.practisable().stream())
                .toList();
        return Coverage.gaps(practisable, span).stream()
                .flatMap(gap -> parted(gap).stream())
                .toList();
    }

    /** From the last part to the first: a part of the same reason as the one after it is one with it. */
    private Deque<InterruptedDays> parted(DatePeriod gap) {
        TreeSet<LocalDate> turns = licences.stream()
                .flatMap(Licence::turns)
                .filter(gap::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        turns.add(gap.from());
        Deque<InterruptedDays> parts = new ArrayDeque<>();
        LocalDate to = gap.to();
        for (LocalDate day : turns.descendingSet()) {
            Optional<Interruption> first = interruption(day);
            if (first.isPresent()) {
                LicenceObstacle obstacle = first.get().obstacle();
                InterruptedDays next = parts.peek();
                boolean same = next != null && next.obstacle() == obstacle;
                LocalDate end = same ? parts.pop().days().to() : to;
                parts.push(new InterruptedDays(new DatePeriod(day, end), obstacle));
                to = day;
            }
        }
        return parts;
    }

    private Optional<Interruption> interruption(LocalDate day) {
        return licences.stream()
                .flatMap(licence -> licence.obstacle(day).stream())
                .min(Comparator.naturalOrder())
                .map(obstacle -> new Interruption(day, obstacle));
    }
}
