package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;

/**
 * How a licence stands.
 *
 * @param suspendedFrom first day of the present suspension, or of the last one after a resumption
 * @param suspendedTo first day after it; null until resumed or passed
 * @param revokedFrom first day of the revocation
 * @param reason why it stands so
 */
public record Standing(
        LicenceStatus status,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedTo,
        @Nullable LocalDate revokedFrom,
        @Nullable String reason) {

    static final Standing ACTIVE = new Standing(LicenceStatus.ACTIVE, null, null, null, null);

    /**
     * Reads how a licence stands when it is entered; active when nothing is said.
     *
     * <p>A revoked licence in a file has no date of its own: it counts as revoked from {@code suspendedFrom}, or else from its first
     * day, the reading that permits least.
     */
    static Standing read(Entry entry, LocalDate validFrom) {
        LicenceStatus status = Optional.ofNullable(entry.optionalChoice("status", LicenceStatus.class))
                .orElse(LicenceStatus.ACTIVE);
        LocalDate from = entry.optionalDate("suspendedFrom");
        LocalDate to = entry.optionalDate("suspendedTo");
        String reason = entry.optionalText("statusReason", 500);
        if (from == null && (status == LicenceStatus.SUSPENDED || to != null)) {
            entry.fault("suspendedFrom", "required");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            entry.fault("suspendedTo", "period-inverted", from, to);
        }
        return status == LicenceStatus.REVOKED
                ? new Standing(status, null, null, from == null ? validFrom : from, reason)
                : new Standing(status, from, to, null, reason);
    }

    /** Why this standing cannot be replaced by what a file says; empty when it can. */
    Optional<Fault> objectionToFile(Standing entered) {
        boolean lifts = (status == LicenceStatus.REVOKED && entered.status != LicenceStatus.REVOKED)
                || (status == LicenceStatus.SUSPENDED && entered.status == LicenceStatus.ACTIVE);
        return lifts ? Optional.of(new Fault("status", "decision-stands", List.of(status.code()))) : Optional.empty();
    }
}
