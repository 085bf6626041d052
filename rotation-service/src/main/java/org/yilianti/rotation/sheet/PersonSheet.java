package org.yilianti.rotation.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** A month of one person over all sites. */
public record PersonSheet(UUID memberId, String staffNo, String name, YearMonth month, List<SheetDuty> duties) {

    /**
     * One duty.
     *
     * @param holiday whether its date is a public holiday by the association's policy
     */
    public record SheetDuty(
            LocalDate date,
            boolean holiday,
            UUID institutionId,
            String institution,
            String shift,
            Instant startsAt,
            Instant endsAt) {}
}
