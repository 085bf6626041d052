package org.yilianti.staff.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.MemberId;

/**
 * A practising licence as it is believed from {@code recordedAt} on.
 *
 * @param version rises with every change; each version is a row of its own
 * @param renews the licence that this one continues
 */
public record Licence(
        LicenceId id,
        UUID association,
        long version,
        MemberId member,
        InstitutionId mainInstitution,
        LicenceDetails details,
        @Nullable LicenceId renews,
        Standing standing,
        Instant recordedAt,
        String recordedBy) {

    /** Who decides now. */
    public record Decision(Instant at, String by) {}

    static Licence granted(
            UUID association,
            MemberId member,
            InstitutionId institution,
            LicenceDetails details,
            @Nullable LicenceId renews,
            Standing standing,
            Decision decision) {
        return new Licence(
                LicenceId.next(),
                association,
                1,
                member,
                institution,
                details,
                renews,
                standing,
                decision.at(),
                decision.by());
    }

    /** The next version as a file tells it; the same when it says nothing new. */
    Licence retold(InstitutionId institution, LicenceDetails changed, Standing stands, Decision decision) {
        return changed.equals(details) && stands.equals(standing) ? this : next(institution, changed, stands, decision);
    }

    /** Refuses (409) to suspend one that does not stand active, (422) from a day before it is valid. */
    void requireSuspendable(LocalDate from) {
        require(LicenceStatus.ACTIVE);
        if (from.isBefore(details.valid().from())) {
            throw Refusal.invalid("licence.before-valid", details.valid().from())
                    .at("/from");
        }
    }

    /** Refuses (409) one that is not suspended. */
    void requireSuspended() {
        require(LicenceStatus.SUSPENDED);
    }

    /** Refuses (409) one that is revoked. */
    public void requireUnrevoked() {
        if (standing.status() == LicenceStatus.REVOKED) {
            throw Refusal.conflict("licence.revoked", details.number());
        }
    }

    /** The next version, of the record as which its holder goes on. */
    Licence heldBy(MemberId survivor, Decision decision) {
        Licence next = next(mainInstitution, details, standing, decision);
        return new Licence(
                id,
                association,
                next.version(),
                survivor,
                mainInstitution,
                details,
                renews,
                standing,
                next.recordedAt(),
                next.recordedBy());
    }

    /** The next version, standing so; the same when it stands so already. */
    Licence stands(Standing changed, Decision decision) {
        return changed.equals(standing) ? this : next(mainInstitution, details, changed, decision);
    }

    /** Refuses (422) a renewal that is not of the same person and kind or begins earlier, (409) of one suspended or revoked. */
    void requireRenewableBy(MemberId holder, LicenceDetails renewal) {
        if (!holder.equals(member) || renewal.kind() != details.kind()) {
            throw Refusal.invalid("licence.renews-other").at("/renewsId");
        }
        requireUnrevoked();
        require(LicenceStatus.ACTIVE);
        if (!renewal.valid().from().isAfter(details.valid().from())) {
            throw Refusal.invalid("licence.renewal-too-early", details.valid().from())
                    .at("/validFrom");
        }
    }

    private void require(LicenceStatus status) {
        if (standing.status() != status) {
            throw Refusal.conflict(
                    "licence.not-" + status.code(),
                    details.number(),
                    standing.status().code());
        }
    }

    /** Never earlier than this version, even when a clock went back: versions do not overlap. */
    private Licence next(InstitutionId institution, LicenceDetails changed, Standing stands, Decision decision) {
        Instant at = decision.at().isAfter(recordedAt) ? decision.at() : recordedAt.plusNanos(1000);
        return new Licence(
                id, association, version + 1, member, institution, changed, renews, stands, at, decision.by());
    }

    /** The public state after a change, for {@code staff.licences}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.licences",
                "staff.licence-changed.v1",
                association,
                id.value(),
                version,
                LicenceChanged.of(this));
    }

    /** The row that a decision on it leaves. */
    AuditRecord trace(Editor editor, String action) {
        return editor.did(action, "licence", id.value(), details.mainInstitutionCode(), LicenceChanged.of(this));
    }
}
