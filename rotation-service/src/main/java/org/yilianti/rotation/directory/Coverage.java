package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yilianti.platform.time.DatePeriod;

/** Arithmetic on sets of periods: what is covered, and where the first hole is. */
public final class Coverage {

    private Coverage() {}

    /** The first day of {@code span} (which must end) that no period contains; empty when every day is covered. */
    public static Optional<LocalDate> firstGap(Collection<DatePeriod> periods, DatePeriod span) {
        LocalDate day = span.from();
        LocalDate end = span.to();
        boolean moved = true;
        while (moved && (end == null || day.isBefore(end))) {
            moved = false;
            for (DatePeriod period : periods) {
                if (period.contains(day)) {
                    if (period.to() == null) {
                        return Optional.empty();
                    }
                    day = period.to();
                    moved = true;
                }
            }
        }
        return end == null || day.isBefore(end) ? Optional.of(day) : Optional.empty();
    }

    /** The stretches of {@code span} that no period contains, in the order of their days. */
    public static List<DatePeriod> gaps(Collection<DatePeriod> periods, DatePeriod span) {
        List<DatePeriod> gaps = List.of(span);
        for (DatePeriod period : periods) {
            gaps = without(gaps, period);
        }
        return gaps.stream().sorted(Comparator.comparing(DatePeriod::from)).toList();
    }

    /** What is left of {@code periods} when {@code hole} is taken out. */
    public static List<DatePeriod> without(Collection<DatePeriod> periods, DatePeriod hole) {
        List<DatePeriod> left = new ArrayList<>();
        for (DatePeriod period : periods) {
            if (!period.overlaps(hole)) {
                left.add(period);
                continue;
            }
            if (period.from().isBefore(hole.from())) {
                left.add(new DatePeriod(period.from(), hole.from()));
            }
            LocalDate resumed = hole.to();
            if (resumed != null && (period.to() == null || resumed.isBefore(period.to()))) {
                left.add(new DatePeriod(resumed, period.to()));
            }
        }
        return left;
    }
}
