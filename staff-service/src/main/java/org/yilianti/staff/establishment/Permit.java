package org.yilianti.staff.establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/**
 * Leave of the association to employ more people than a line says.
 *
 * @param extra how many more
 */
public record Permit(
        UUID id, UUID post, int extra, DatePeriod valid, String reason, Instant grantedAt, String grantedBy) {

    /** What is told of one; it always has an end. */
    record Terms(int extra, DatePeriod valid, String reason) {

        static Terms read(Entry entry) {
            int extra = entry.number("extra", "1", "1000", 0).intValue();
            DatePeriod valid = entry.period("validFrom", "validTo");
            if (entry.raw("validTo") == null) {
                entry.fault("validTo", "required");
            }
            return new Terms(extra, valid, entry.text("reason", 500));
        }
    }

    static Permit granted(AuthorisedPost post, Terms terms, Instant at, String by) {
        return new Permit(Ids.next(), post.id(), terms.extra(), terms.valid(), terms.reason(), at, by);
    }

    boolean says(Terms told) {
        return new Terms(extra, valid, reason).equals(told);
    }

    /** The public state, which never changes: not why. */
    OutboxEvent announcement(UUID association) {
        return OutboxEvent.state(
                "staff.establishment-permits",
                "staff.establishment-permit-changed.v1",
                association,
                id,
                1,
                new PermitChanged(id, association, 1, post, extra, valid.from(), valid.to()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.establishment-permit-changed.v1}. */
    record PermitChanged(
            UUID id,
            UUID associationId,
            long version,
            UUID authorisedPostId,
            int extra,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** What the audit trail keeps of it. */
    AuditRecord trace(Editor editor, String institutionCode) {
        return editor.did("establishment.permitted", "authorised-post", post, institutionCode, this);
    }
}
