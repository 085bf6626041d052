package org.yilianti.rotation.wish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.table.TableRow;

/** Takes files of wishes: right rows are kept, wrong ones told with all their reasons. */
@Component
@Transactional
public class WishImportManagement {

    private final RosterWishes wishes;
    private final Members members;
    private final Appointments appointments;
    private final Institutions institutions;
    private final DutyDemands demands;
    private final AuditTrail audit;
    private final Clock clock;

    WishImportManagement(
            RosterWishes wishes,
            Members members,
            Appointments appointments,
            Institutions institutions,
            DutyDemands demands,
            AuditTrail audit,
            Clock clock) {
        this.wishes = wishes;
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.demands = demands;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param dryRun says what the file would do and changes nothing */
    public WishImport take(Caller caller, WishArea area, List<TableRow> rows, boolean dryRun) {
        List<StatedWish> stated = rows.stream().map(StatedWish::of).toList();
        WishJudge judge = new WishJudge(facts(caller, area, stated, dryRun));
        List<WishJudge.Verdict> verdicts = stated.stream().map(judge::judge).toList();
        WishImport result = WishImport.of(dryRun, verdicts, Ids.next());
        if (!dryRun) {
            keep(caller, verdicts);
            record(caller, area, verdicts, result);
        }
        return result;
    }

    private WishFacts facts(Caller caller, WishArea area, List<StatedWish> stated, boolean dryRun) {
        UUID association = area.association();
        Map<String, UUID> ids = members.idsByStaffNo(
                association, stated.stream().map(StatedWish::staffNo).collect(Collectors.toSet()));
        if (!dryRun) {
            members.lock(association, ids.values());
        }
        Map<String, Institution> places = institutions.byCode(
                association, stated.stream().map(StatedWish::institutionCode).collect(Collectors.toSet()));
        Set<UUID> placeIds = places.values().stream().map(Institution::id).collect(Collectors.toSet());
        return new WishFacts(
                area,
                ids,
                appointments.byMember(association, ids.values()),
                places,
                demands.of(association, placeIds, area.month()).stream()
                        .collect(Collectors.toMap(DutyDemand::institutionId, WishImportManagement::codes)),
                wishes.of(association, ids.values(), area.from(), area.to()),
                caller.scope(Role.SCHEDULER));
    }

    private static Set<String> codes(DutyDemand demand) {
        return demand.shifts().stream().map(DemandShift::code).collect(Collectors.toSet());
    }

    private void keep(Caller caller, List<WishJudge.Verdict> verdicts) {
        List<RosterWish> created = new ArrayList<>();
        List<RosterWish> changed = new ArrayList<>();
        for (WishJudge.Verdict verdict : verdicts) {
            RosterWish wish = verdict.wish();
            if (wish != null) {
                (verdict.before() == null ? created : changed).add(wish);
            }
        }
        wishes.insert(created, caller.name(), clock.instant());
        wishes.update(changed, caller.name(), clock.instant());
    }

    private void record(Caller caller, WishArea area, List<WishJudge.Verdict> verdicts, WishImport result) {
        List<AuditRecord> records = new ArrayList<>();
        verdicts.stream()
                .filter(verdict -> verdict.wish() != null)
                .map(verdict -> record(caller, area, verdict))
                .forEach(records::add);
        records.add(AuditRecord.of(
                caller,
                "roster-wishes.imported",
                "roster-wish-import",
                result.id(),
                area.onlyCode(),
                Map.of(
                        "month", area.month().toString(),
                        "rows", result.rows(),
                        "created", result.created(),
                        "changed", result.changed(),
                        "rejected", result.rejected())));
        audit.record(records);
    }

    private static AuditRecord record(Caller caller, WishArea area, WishJudge.Verdict verdict) {
        RosterWish wish = Objects.requireNonNull(verdict.wish());
        return AuditRecord.of(
                caller,
                verdict.before() == null ? "roster-wish.submitted" : "roster-wish.changed",
                "roster-wish",
                wish.id(),
                area.site(wish.homeInstitutionId()).code(),
                Map.of("memberId", wish.memberId(), "date", wish.date()));
    }
}
