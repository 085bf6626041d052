package org.yilianti.staff.entry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.problem.Refusal;

/**
 * Who changes the registry and for which institutions: a caller, or the one who asked for an import that runs later.
 *
 * @param name account or client, kept in the audit trail
 * @param scope institutions whose records may be changed
 */
public record Editor(UUID association, String name, InstitutionScope scope) {

    public static Editor of(Caller caller, Role... roles) {
        return new Editor(caller.association(), caller.name(), caller.scope(roles));
    }

    /** A rule that acts by itself for the whole association, such as {@code calendar}. */
    public static Editor system(UUID association, String cause) {
        return new Editor(association, "system:" + cause, InstitutionScope.ALL);
    }

    /** Refuses (403) unless the institution with this code is in scope. */
    public void require(String institutionCode) {
        if (!scope.permits(institutionCode)) {
            throw Refusal.forbidden("access.institution", institutionCode);
        }
    }

    /** What this editor did, for the audit trail. */
    public AuditRecord did(
            String action, String subjectType, Object subject, @Nullable String institutionCode, Object detail) {
        return new AuditRecord(association, name, action, subjectType, subject.toString(), institutionCode, detail);
    }
}
