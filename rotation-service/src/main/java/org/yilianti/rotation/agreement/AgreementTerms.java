package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.Objects;
import org.yilianti.platform.time.DatePeriod;

/**
 * What is agreed: how long, how much, what, and who bears the risk.
 *
 * @param term first day and day after the last; must end
 * @param weeklyHours most hours a week at the host, 1 to 44
 * @param tasks what the member does there
 */
public record AgreementTerms(
        DatePeriod term, int weeklyHours, String tasks, LiabilityShares liability, Insurance insurance) {

    /** @throws IllegalArgumentException when the term has no end or the hours are out of range */
    public AgreementTerms {
        if (term.to() == null) {
            throw new IllegalArgumentException("the term of an agreement must end");
        }
        if (weeklyHours < 1 || weeklyHours > 44) {
            throw new IllegalArgumentException("weekly hours must be 1 to 44, not " + weeklyHours);
        }
    }

    /** The day after the last. */
    public LocalDate validTo() {
        return Objects.requireNonNull(term.to());
    }
}
