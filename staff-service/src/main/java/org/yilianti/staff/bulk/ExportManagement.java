package org.yilianti.staff.bulk;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** Says what may leave in an export and keeps a trace of it. */
@Service
public class ExportManagement {

    private final AuditTrail audit;

    ExportManagement(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * The export's limits: whoever may bring a list may take it, for the institutions for which they may bring it. Revealing personal values
     * takes an HR office and is audited before the first row leaves.
     *
     * @param readers roles that may take the list
     */
    @Transactional
    public RegistryList.Export request(Caller caller, RegistryList list, Role[] readers, boolean reveal) {
        InstitutionScope scope = reveal ? caller.scope(Role.HR_OFFICER) : caller.scope(readers);
        if (reveal && !caller.has(Role.HR_OFFICER)) {
            throw Refusal.forbidden("export.no-reveal");
        }
        RegistryList.Export export = new RegistryList.Export(caller.association(), scope, reveal);
        audit.record(AuditRecord.of(
                caller, "list.exported", "list", list.template().name(), null, new Limits(scope, reveal)));
        return export;
    }

    /** What the audit trail keeps of an export. */
    record Limits(InstitutionScope scope, boolean revealed) {}
}
