package org.yilianti.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Caller;

/**
 * What somebody did.
 *
 * @param association whose data it was
 * @param actor account or client, or {@code system:<cause>} for a rule that acted by itself
 * @param action past-tense verb phrase such as {@code licence.suspended}
 * @param subjectType noun such as {@code licence}
 * @param subjectId its id or key
 * @param institutionCode institution concerned; null when it concerns the whole association
 * @param detail a record or map of what changed and why, without personal data; stored as JSON
 */
public record AuditRecord(
        UUID association,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String institutionCode,
        Object detail) {

    public static AuditRecord of(
            Caller caller,
            String action,
            String subjectType,
            Object subjectId,
            @Nullable String institutionCode,
            Object detail) {
        return new AuditRecord(
                caller.association(),
                caller.name(),
                action,
                subjectType,
                subjectId.toString(),
                institutionCode,
                detail);
    }
}
