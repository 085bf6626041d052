package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Records and corrects service; a batch is a handful of statements and each of its items has a result of its own. */
@Component
@Transactional
public class ServiceManagement {

    private static final Role[] RECORDING = {Role.INTEGRATION, Role.HR_OFFICER};

    private final ServiceRecords records;
    private final BatchFactsReader facts;
    private final Members members;
    private final Sights sights;
    private final RecordAnnouncements announcements;
    private final AuditTrail audit;

    ServiceManagement(
            ServiceRecords records,
            BatchFactsReader facts,
            Members members,
            Sights sights,
            RecordAnnouncements announcements,
            AuditTrail audit) {
        this.records = records;
        this.facts = facts;
        this.members = members;
        this.sights = sights;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** Records what was reported; results in the order of the entries. */
    public List<RecordResult> record(Caller caller, List<ServiceEntry> entries) {
        return record(Recorder.of(caller), entries);
    }

    /** As {@link #record(Caller, List)}, for whom the recorder may record having been checked already. */
    public List<RecordResult> record(Recorder recorder, List<ServiceEntry> entries) {
        UUID association = recorder.association();
        Set<UUID> people = facts.memberIds(association, entries);
        members.lock(association, people);
        List<ServiceRecord> known = records.bySource(
                association, entries.stream().map(ServiceEntry::sourceId).collect(Collectors.toSet()));
        var batch = new RecordBatch(
                association,
                recorder.name(),
                facts.read(association, recorder.scope(), entries, people),
                known,
                near(association, entries, people));
        List<RecordResult> results = entries.stream().map(batch::take).toList();
        records.insert(batch.created());
        records.correct(batch.corrected());
        announcements.changed(batch.created(), false);
        announcements.changed(batch.corrected(), true);
        audit.record(recorded(recorder, batch, results));
        return results;
    }

    /** Corrects one record by hand; what it said before is kept. */
    public ServiceRecord correct(
            Caller caller, UUID id, ExpectedVersion version, ServiceKind kind, Instant from, Instant to, String why) {
        var sight = sights.of(caller, RECORDING).officeOnly();
        members.lock(caller.association(), records.memberIds(sight, List.of(id)));
        ServiceRecord before = records.lock(sight, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("service-record.unknown-record", id));
        version.check(before.version());
        ServiceContent content = before.content();
        RecordResult result = record(
                        caller,
                        List.of(new ServiceEntry(
                                before.sourceId(),
                                content.memberId(),
                                null,
                                content.institutionId(),
                                null,
                                kind.code(),
                                from,
                                to,
                                content.dutyId(),
                                content.callUp())))
                .getFirst();
        if (result.isRejected()) {
            throw Refusal.invalid(
                    "service-record." + result.code(), result.args().toArray());
        }
        audit.record(RecordAnnouncements.audit(
                caller, before, "service-record.corrected-by-hand", Map.of("reason", why, "before", content)));
        return records.find(sight, id).orElseThrow();
    }

    /** Whole weeks, since hours are counted by the week. */
    private List<ServiceRecord> near(UUID association, List<ServiceEntry> entries, Set<UUID> people) {
        Instant first = entries.stream()
                .map(ServiceEntry::startedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = entries.stream()
                .map(ServiceEntry::endedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return people.isEmpty()
                ? List.of()
                : records.between(
                        association,
                        people,
                        AssociationZone.startOf(AssociationZone.mondayOf(AssociationZone.dayOf(first))),
                        AssociationZone.startOf(AssociationZone.mondayOf(AssociationZone.dayOf(last))
                                .plusWeeks(1)));
    }

    private static List<AuditRecord> recorded(Recorder recorder, RecordBatch batch, List<RecordResult> results) {
        List<AuditRecord> entries = new ArrayList<>();
        batch.corrected()
                .forEach(record -> entries.add(recorder.did(
                        "service-record.corrected",
                        "service-record",
                        record.id(),
                        Map.of("sourceId", record.sourceId(), "version", record.version()))));
        batch.created().stream()
                .filter(ServiceRecord::flagged)
                .forEach(record -> entries.add(recorder.did(
                        "service-record.flagged",
                        "service-record",
                        record.id(),
                        Map.of("sourceId", record.sourceId(), "flags", record.flags()))));
        entries.add(recorder.did(
                "service-records.recorded",
                "service-record-batch",
                Objects.requireNonNull(results.getFirst().sourceId()),
                results.stream().collect(Collectors.groupingBy(RecordResult::status, Collectors.counting()))));
        return entries;
    }
}
