package org.yilianti.rotation.service;

import java.util.UUID;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;

/**
 * Who records service, also when the work is done after the request.
 *
 * @param name account or client
 * @param scope institutions for which they may
 */
public record Recorder(UUID association, String name, InstitutionScope scope) {

    /** The caller with the rights to record that they hold now. */
    public static Recorder of(Caller caller) {
        return new Recorder(caller.association(), caller.name(), caller.scope(Role.INTEGRATION, Role.HR_OFFICER));
    }

    /** What they did, for the audit trail. */
    public AuditRecord did(String action, String subjectType, Object subjectId, Object detail) {
        return new AuditRecord(association, name, action, subjectType, subjectId.toString(), null, detail);
    }
}
