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
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Sights;

/** States what cover is needed. */
@Component
@Transactional
public class DemandManagement {

    private final DutyDemands demands;
    private final Institutions institutions;
    private final Sights sights;
    private final AuditTrail audit;

    DemandManagement(DutyDemands demands, Institutions institutions, Sights sights, AuditTrail audit) {
        this.demands = demands;
        this.institutions = institutions;
        this.sights = sights;
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
        record(caller, demand, institution.code(), "stated");
        return demand;
    }

    /**
     * Corrects a demand; refuses (409) while a published plan rests on it. Drafts are judged by the new demand when they are published.
     */
    public DutyDemand restate(Caller caller, UUID id, ExpectedVersion expected, List<DemandShift> shifts) {
        DutyDemand stated = demands.find(sights.inScope(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("demand.unknown", id));
        expected.check(stated.version());
        if (demands.published(stated)) {
            throw Refusal.conflict("demand.published", stated.month());
        }
        DutyDemand changed = stated.restated(shifts);
        if (!demands.update(changed, caller.name())) {
            throw Refusal.conflict("demand.changed-meanwhile");
        }
        String code = institutions
                .find(caller.association(), changed.institutionId())
                .map(Institution::code)
                .orElse("");
        record(caller, changed, code, "restated");
        return changed;
    }

    private void record(Caller caller, DutyDemand demand, String code, String verb) {
        audit.record(AuditRecord.of(
                caller,
                "duty-demand." + verb,
                "duty-demand",
                demand.id(),
                code,
                Map.of(
                        "month",
                        demand.month().toString(),
                        "shifts",
                        demand.shifts().size())));
    }
}
