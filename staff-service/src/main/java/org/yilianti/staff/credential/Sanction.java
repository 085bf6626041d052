package org.yilianti.staff.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Coded;

/**
 * One decision that keeps a holder from practising.
 *
 * @param cause the assessment that it follows from; null for any other origin
 * @param from first day
 * @param to first day after it; null while none is set; {@code from} itself when it was taken back
 * @param reason null only where a file gave none
 * @param end how it came to an end; null while it is open
 */
public record Sanction(
        UUID id,
        Kind kind,
        Origin origin,
        @Nullable UUID cause,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String reason,
        Decision decision,
        @Nullable End end) {

    /** What it does. */
    public enum Kind implements Coded {
        SUSPENSION,
        REVOCATION
    }

    /** Who decided it; each origin ends only its own. */
    public enum Origin implements Coded {
        OFFICE,
        FILE,
        ASSESSMENT
    }

    /** When, by whom and why it was ended. */
    public record End(Instant at, String by, @Nullable String reason) {}

    static Sanction decided(Kind kind, LocalDate from, @Nullable LocalDate to, String reason, Decision decision) {
        return new Sanction(Ids.next(), kind, Origin.OFFICE, null, from, to, reason, decision, null);
    }

    static Sanction following(UUID assessment, Kind kind, LocalDate from, String reason, Decision decision) {
        return new Sanction(Ids.next(), kind, Origin.ASSESSMENT, assessment, from, null, reason, decision, null);
    }

    /** What a file says; empty for a licence that it calls active, unless it tells of a suspension that is over. */
    static Optional<Sanction> told(Standing entered, Decision decision) {
        LocalDate revoked = entered.revokedFrom();
        LocalDate from = revoked == null ? entered.suspendedFrom() : revoked;
        LocalDate to = revoked == null ? entered.suspendedTo() : null;
        boolean over = entered.status() == LicenceStatus.ACTIVE;
        if (from == null || (over && to == null)) {
            return Optional.empty();
        }
        Kind kind = revoked == null ? Kind.SUSPENSION : Kind.REVOCATION;
        Sanction told = new Sanction(Ids.next(), kind, Origin.FILE, null, from, to, entered.reason(), decision, null);
        return Optional.of(over ? told.closed(to, entered.reason(), decision) : told);
    }

    /** The same decision in other words, whoever told it. */
    boolean says(Sanction other) {
        return kind == other.kind
                && from.equals(other.from)
                && Objects.equals(to, other.to)
                && Objects.equals(reason, other.reason);
    }

    /** The same with another end. */
    Sanction until(@Nullable LocalDate day) {
        return new Sanction(id, kind, origin, cause, from, day, reason, decision, end);
    }

    public boolean open() {
        return end == null;
    }

    boolean open(Kind wanted) {
        return open() && kind == wanted;
    }

    /** Open and of the office or a file: what an office or a file may end. */
    boolean openToOffices() {
        return open() && origin != Origin.ASSESSMENT;
    }

    boolean followsFrom(UUID assessment) {
        return assessment.equals(cause);
    }

    /** Its last day has passed. */
    boolean overOn(LocalDate today) {
        return to != null && !to.isAfter(today);
    }

    /** It kept the holder from practising for a day at least, and no longer does. */
    boolean served() {
        return !open() && to != null && to.isAfter(from);
    }

    /** Ended so that {@code day} is the first day after it, or its own end if that is earlier; taken back when it had not begun. */
    Sanction ended(LocalDate day, @Nullable String why, Decision decided) {
        LocalDate known = to != null && to.isBefore(day) ? to : day;
        return closed(known.isBefore(from) ? from : known, why, decided);
    }

    /** Ended as if it had never been. */
    Sanction takenBack(@Nullable String why, Decision decided) {
        return closed(from, why, decided);
    }

    /** Open again without an end: what had ended it was annulled. */
    Sanction reopened() {
        return new Sanction(id, kind, origin, cause, from, null, reason, decision, null);
    }

    private Sanction closed(@Nullable LocalDate until, @Nullable String why, Decision decided) {
        return new Sanction(
                id, kind, origin, cause, from, until, reason, decision, new End(decided.at(), decided.by(), why));
    }
}
