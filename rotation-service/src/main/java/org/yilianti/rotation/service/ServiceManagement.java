package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;

/** Records, confirms and disputes service; a batch is a handful of statements and each of its items has a result of its own. */
@Component
@Transactional
public class ServiceManagement {

    private final ServiceRecords records;
    private final BatchFactsReader facts;
    private final Members members;
    private final Sights sights;
    private final Outbox outbox;
    private final AuditTrail audit;

    ServiceManagement(
            ServiceRecords records,
            BatchFactsReader facts,
            Members members,
            Sights sights,
            Outbox outbox,
            AuditTrail audit) {
        this.records = records;
        this.facts = facts;
        this.members = members;
        this.sights = sights;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** One confirmation: a record, and the version the confirmer has seen, when said. */
    public record Confirmation(UUID id, @Nullable Long version) {}

    /** Records what was reported; results in the order of the entries. */
    public List<RecordResult> record(Caller caller, List<ServiceEntry> entries) {
        UUID association = caller.association();
        Set<UUID> people = facts.memberIds(association, entries);
        members.lock(association, people);
        List<ServiceRecord> known = records.bySource(
                association, entries.stream().map(ServiceEntry::sourceId).collect(Collectors.toSet()));
        var batch = new RecordBatch(
                association,
                caller.name(),
                facts.read(association, caller.scope(Role.INTEGRATION, Role.HR_OFFICER), entries, people),
                known,
                near(association, entries, people));
        List<RecordResult> results = entries.stream().map(batch::take).toList();
        records.insert(batch.created());
        records.correct(batch.corrected());
        announce(batch.created());
        announce(batch.corrected());
        audit.record(recorded(caller, batch, results));
        return results;
    }

    private List<ServiceRecord> near(UUID association, List<ServiceEntry> entries, Set<UUID> people) {
        Instant from = entries.stream()
                .map(ServiceEntry::startedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = entries.stream()
                .map(ServiceEntry::endedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return people.isEmpty() ? List.of() : records.between(association, people, from, to);
    }

    /** Confirms for the host; results in the order asked. */
    public List<RecordResult> confirm(Caller caller, List<Confirmation> confirmations) {
        Sight sight = sights.of(caller, Role.HR_OFFICER);
        Sight hosts = new Sight(sight.association(), sight.scope(), null);
        Map<UUID, ServiceRecord> found =
                records.lock(hosts, confirmations.stream().map(Confirmation::id).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ServiceRecord::id, Function.identity()));
        List<ServiceRecord> confirmed = new ArrayList<>();
        List<RecordResult> results = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Confirmation confirmation : confirmations) {
            ServiceRecord record = seen.add(confirmation.id()) ? found.get(confirmation.id()) : null;
            if (record == null) {
                results.add(RecordResult.rejected("", confirmation.id(), "unknown-record", confirmation.id()));
            } else if (record.status() == RecordStatus.CONFIRMED) {
                results.add(RecordResult.of("unchanged", record));
            } else {
                Optional<String> obstacle =
                        record.confirmationObstacle(caller.name(), sight.ownMemberId(), confirmation.version());
                obstacle.ifPresentOrElse(
                        code -> results.add(RecordResult.rejected(record.sourceId(), record.id(), code)), () -> {
                            confirmed.add(record.confirmed(caller.name()));
                            results.add(RecordResult.of("confirmed", record));
                        });
            }
        }
        records.update(confirmed);
        announce(confirmed);
        audit.record(confirmed.stream()
                .map(record -> entry(caller, record, "service-record.confirmed"))
                .toList());
        return results;
    }

    /** Disputes a record: the person whose service it is, or an HR officer of the host. */
    public ServiceRecord dispute(Caller caller, UUID id, String reason) {
        ServiceRecord disputed = records.lock(sights.of(caller, Role.HR_OFFICER), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("service-record.unknown-record", id))
                .disputed(reason);
        records.update(List.of(disputed));
        announce(List.of(disputed));
        audit.record(entry(caller, disputed, "service-record.disputed"));
        return disputed;
    }

    private void announce(List<ServiceRecord> changed) {
        if (!changed.isEmpty()) {
            outbox.publish(changed.stream().map(ServiceRecordChanged::of).toList());
        }
    }

    private static List<AuditRecord> recorded(Caller caller, RecordBatch batch, List<RecordResult> results) {
        List<AuditRecord> entries = new ArrayList<>();
        batch.corrected().forEach(record -> entries.add(entry(caller, record, "service-record.corrected")));
        entries.add(AuditRecord.of(
                caller,
                "service-records.recorded",
                "service-record-batch",
                Objects.requireNonNull(results.getFirst().sourceId()),
                null,
                results.stream().collect(Collectors.groupingBy(RecordResult::status, Collectors.counting()))));
        return entries;
    }

    private static AuditRecord entry(Caller caller, ServiceRecord record, String action) {
        return AuditRecord.of(
                caller,
                action,
                "service-record",
                record.id(),
                null,
                Map.of("sourceId", record.sourceId(), "version", record.version()));
    }
}
