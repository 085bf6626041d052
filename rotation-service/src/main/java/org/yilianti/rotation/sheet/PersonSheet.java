package org.yilianti.rotation.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** A month of one person over all sites. */
public record PersonSheet(UUID memberId, String staffNo, String name, YearMonth month, List<SheetDuty> duties) {

    /** One duty. */
    public record SheetDuty(
            LocalDate date, UUID institutionId, String institution, String shift, Instant startsAt, Instant endsAt) {}
}
