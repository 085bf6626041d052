package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yilianti.platform.time.DatePeriod;

/** The licences of one member taken together: on which days they permit practice. A renewed licence continues the one before. */
public record PractisingRight(List<Licence> licences) {

    /**
     * The first day without the right.
     *
     * @param obstacle why; of several licences the one whose failure matters most
     */
    public record Interruption(LocalDate from, LicenceObstacle obstacle) {}

    /** Days in a row without the right, and why on the first of them. */
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

    /** Every stretch of {@code span} on which no licence permits practice; none when there is no licence at all. */
    public List<InterruptedDays> interruptions(DatePeriod span) {
        List<DatePeriod> practisable = licences.stream()
                .flatMap(licence -> licence.practisable().stream())
                .toList();
        return Coverage.gaps(practisable, span).stream()
                .flatMap(days ->
                        interruption(days.from()).stream().map(first -> new InterruptedDays(days, first.obstacle())))
                .toList();
    }

    private Optional<Interruption> interruption(LocalDate day) {
        return licences.stream()
                .flatMap(licence -> licence.obstacle(day).stream())
                .min(Comparator.naturalOrder())
                .map(obstacle -> new Interruption(day, obstacle));
    }
}
