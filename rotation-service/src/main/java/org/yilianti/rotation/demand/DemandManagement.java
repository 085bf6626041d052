package org.yilianti.rotation.demand;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;

/** States what cover is needed. */
@Component
@Transactional
public class DemandManagement {

    private final DutyDemands demands;
    private final Institutions institutions;
    private final AuditTrail audit;

    DemandManagement(DutyDemands demands, Institutions institutions, AuditTrail audit) {
        this.demands = demands;
        this.institutions = institutions;
        this.audit = audit;
    }

    /** Keeps the demand of an institution for a month; refuses (409) a second one. */
    public DutyDemand state(Caller caller, UUID institutionId, YearMonth month, List<DemandShift> shifts) {
        Institution institution = institutions
                .find(caller.association(), institutionId)
                .orElseThrow(() ->
                        Refusal.invalid("institution.unknown", institutionId).at("/institutionId"));
        caller.require(institution.code(), Role.SCHEDULER);
        var demand = new DutyDemand(Ids.next(), caller.association(), 1, institutionId, month, List.copyOf(shifts));
        try {
            demands.insert(demand, caller.name());
        } catch (DuplicateKeyException stated) {
            throw Refusal.conflict("demand.stated-already", institution.code(), month);
        }
        audit.record(AuditRecord.of(
                caller,
                "duty-demand.stated",
                "duty-demand",
                demand.id(),
                institution.code(),
                Map.of("month", month.toString(), "shifts", shifts.size())));
        return demand;
    }
}
