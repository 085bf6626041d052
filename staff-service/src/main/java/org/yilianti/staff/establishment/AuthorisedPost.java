package org.yilianti.staff.establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.department.NamedDepartment;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.Title;

/**
 * One line of an institution's establishment.
 *
 * @param externalId key of imports; the id itself when entered by form
 * @param version rises with every change
 */
public record AuthorisedPost(
        UUID id,
        String externalId,
        UUID association,
        long version,
        InstitutionRef institution,
        PostDetails details,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    /** @param externalId null when entered by form */
    static AuthorisedPost authorised(
            UUID association,
            @Nullable String externalId,
            InstitutionRef institution,
            PostDetails details,
            Instant at,
            String by,
            @Nullable String reason) {
        UUID id = Ids.next();
        String key = externalId == null ? id.toString() : externalId;
        return new AuthorisedPost(id, key, association, 1, institution, details, at, by, reason);
    }

    /** The next version; the same when it says nothing new. */
    AuthorisedPost revised(PostDetails changed, Instant at, String by, @Nullable String why) {
        return changed.equals(details)
                ? this
                : new AuthorisedPost(id, externalId, association, version + 1, institution, changed, at, by, why);
    }

    /** The department of the line; null for any. */
    @Nullable NamedDepartment department(DepartmentNames.Known departments) {
        String text = details.department();
        return text == null
                ? null
                : departments.named(institution.code(), text, details.valid().from());
    }

    /** The public state: not why. */
    OutboxEvent announcement() {
        Title title = details.title();
        return OutboxEvent.state(
                "staff.authorised-posts",
                "staff.authorised-post-changed.v1",
                association,
                id,
                version,
                new PostChanged(
                        id,
                        association,
                        version,
                        externalId,
                        institution.id().value(),
                        details.department(),
                        details.category().code(),
                        title == null ? null : title.code(),
                        details.headcount(),
                        details.valid().from(),
                        details.valid().to()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.authorised-post-changed.v1}. */
    record PostChanged(
            UUID id,
            UUID associationId,
            long version,
            String externalId,
            UUID institutionId,
            @Nullable String department,
            String category,
            @Nullable String title,
            int headcount,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** What the audit trail keeps of it. */
    AuditRecord trace(Editor editor, String action) {
        return editor.did(action, "authorised-post", id, institution.code(), this);
    }

    /** On some day somebody could fall under both. */
    boolean overlaps(AuthorisedPost other, DepartmentNames.Known departments) {
        if (id.equals(other.id)
                || !institution.id().equals(other.institution.id())
                || !details.overlaps(other.details)) {
            return false;
        }
        NamedDepartment here = department(departments);
        NamedDepartment there = other.department(departments);
        return here == null || there == null || here.equals(there);
    }
}
