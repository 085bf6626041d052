package org.yilianti.staff.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.member.MemberId;

/**
 * A file and what became of it; its content is read apart.
 *
 * @param name null once the content is destroyed
 * @param hash SHA-256 of the content, in hexadecimal digits
 * @param withdrawal null while it stands
 */
public record EvidenceFile(
        UUID id,
        UUID association,
        long version,
        OwnerKind ownerKind,
        UUID ownerId,
        MemberId member,
        @Nullable String name,
        FileType type,
        int size,
        String hash,
        Verdict.Outcome scan,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Withdrawal withdrawal) {

    /**
     * When, by whom and why it no longer counts.
     *
     * @param keptUntil day on which its content goes
     * @param destroyedAt null while the content is kept
     */
    public record Withdrawal(
            Instant at,
            String by,
            String reason,
            LocalDate keptUntil,
            @Nullable Instant destroyedAt) {}

    /** Uploaded now. */
    static EvidenceFile uploaded(UUID association, EvidenceOwner owner, ExaminedFile examined, Instant at, String by) {
        return new EvidenceFile(
                Ids.next(),
                association,
                1,
                owner.kind(),
                owner.id(),
                owner.member(),
                examined.name(),
                examined.type(),
                examined.content().length,
                examined.hash(),
                examined.scan(),
                at,
                by,
                null);
    }

    /** What a scan after the upload found; whoever sees it then sees another version. */
    EvidenceFile scanned(Verdict.Outcome found) {
        return next(name, found, withdrawal);
    }

    /** It no longer counts; refuses (409) one that was withdrawn before. */
    EvidenceFile withdrawn(Withdrawal why) {
        if (withdrawal != null) {
            throw Refusal.conflict("evidence.withdrawn", id);
        }
        return next(name, scan, why);
    }

    /** Kept no longer than until a day; only of one that is withdrawn. */
    EvidenceFile keptOnlyUntil(LocalDate day) {
        Withdrawal why = Objects.requireNonNull(withdrawal);
        return next(name, scan, new Withdrawal(why.at(), why.by(), why.reason(), day, why.destroyedAt()));
    }

    /** Neither content nor name are kept any more; only of one that is withdrawn. */
    EvidenceFile destroyed(Instant at) {
        Withdrawal why = Objects.requireNonNull(withdrawal);
        return next(null, scan, new Withdrawal(why.at(), why.by(), why.reason(), why.keptUntil(), at));
    }

    private EvidenceFile next(@Nullable String called, Verdict.Outcome found, @Nullable Withdrawal why) {
        return new EvidenceFile(
                id,
                association,
                version + 1,
                ownerKind,
                ownerId,
                member,
                called,
                type,
                size,
                hash,
                found,
                uploadedAt,
                uploadedBy,
                why);
    }

    /** Withdrawn, kept no longer than until today, and not yet destroyed. */
    boolean due(LocalDate today) {
        return withdrawal != null
                && withdrawal.destroyedAt() == null
                && !withdrawal.keptUntil().isAfter(today);
    }

    /** {@code standing}, {@code withdrawn} or {@code destroyed}. */
    public String status() {
        if (withdrawal == null) {
            return "standing";
        }
        return withdrawal.destroyedAt() == null ? "withdrawn" : "destroyed";
    }

    /** What the audit trail keeps of it: not its name, which may name a person. */
    Trace trace(@Nullable String reason) {
        return new Trace(ownerKind, ownerId, type.mediaType(), size, hash, scan, reason);
    }

    /** The traits of a file that are no personal data. */
    record Trace(
            OwnerKind ownerKind,
            UUID ownerId,
            String mediaType,
            int size,
            String sha256,
            Verdict.Outcome scan,
            @Nullable String reason) {}
}
