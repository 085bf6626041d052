package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;

/** The assessments of one member taken together. */
public record AssessmentRecord(List<Assessment> assessments) {

    public static final AssessmentRecord NONE = new AssessmentRecord(List.of());

    /**
     * The stretches of days on which a failed assessment stands in the way: until a later one is passed, without end while none is. After
     * the suspension the physician is assessed again, and who passes may practise on (Physicians Law 2022 art. 42).
     */
    public List<DatePeriod> failures() {
        return failed().flatMap(one -> days(one).stream()).toList();
    }

    /** The last day on or after {@code since} on which one was failed; empty when there is none. */
    public Optional<LocalDate> failedSince(LocalDate since) {
        return failed().map(Assessment::heldOn)
                .filter(day -> !day.isBefore(since))
                .max(Comparator.naturalOrder());
    }

    private Optional<DatePeriod> days(Assessment failed) {
        Optional<LocalDate> passed = counted()
                .filter(Assessment::passed)
                .map(Assessment::heldOn)
                .filter(day -> day.isAfter(failed.heldOn()))
                .min(Comparator.naturalOrder());
        LocalDate from = failed.stopsFrom();
        return passed.filter(day -> !day.isAfter(from)).isPresent()
                ? Optional.empty()
                : Optional.of(new DatePeriod(from, passed.orElse(null)));
    }

    private Stream<Assessment> failed() {
        return counted().filter(one -> !one.passed());
    }

    private Stream<Assessment> counted() {
        return assessments.stream().filter(one -> !one.annulled());
    }
}
