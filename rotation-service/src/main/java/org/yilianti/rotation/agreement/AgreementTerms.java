package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.yilianti.platform.time.DatePeriod;

/**
 * What is agreed: how long, how much, what, when in the week, for which pay, and who bears the risk.
 *
 * @param term first day and day after the last; must end
 * @param weeklyHours most hours a week at the host, 1 to 44
 * @param tasks what the member does there
 * @param timetable weekly sessions; empty when the roster alone decides
 */
public record AgreementTerms(
        DatePeriod term,
        int weeklyHours,
        String tasks,
        List<TimetableSession> timetable,
        PayTerms pay,
        LiabilityShares liability,
        Insurance insurance) {

    /** @throws IllegalArgumentException when the term has no end or the hours are out of range */
    public AgreementTerms {
        timetable = List.copyOf(timetable);
        if (term.to() == null) {
            throw new IllegalArgumentException("the term of an agreement must end");
        }
        if (weeklyHours < 1 || weeklyHours > 44) {
            throw new IllegalArgumentException("weekly hours must be 1 to 44, not " + weeklyHours);
        }
    }

    /** Terms without timetable and pay, as an application states them. */
    public AgreementTerms(
            DatePeriod term, int weeklyHours, String tasks, LiabilityShares liability, Insurance insurance) {
        this(term, weeklyHours, tasks, List.of(), PayTerms.NONE, liability, insurance);
    }

    /** The same with another insurance policy. */
    AgreementTerms insuredBy(Insurance other) {
        return new AgreementTerms(term, weeklyHours, tasks, timetable, pay, liability, other);
    }

    /** The day after the last. */
    public LocalDate validTo() {
        return Objects.requireNonNull(term.to());
    }
}
