package org.yilianti.rotation.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.service.Resolution.Outcome;

/** What people say about a record: the host confirms it, somebody disputes it, a second person resolves what is open. */
@Component
@Transactional
public class RecordReviewManagement {

    private final ServiceRecords records;
    private final Members members;
    private final Sights sights;
    private final RecordAnnouncements announcements;
    private final AuditTrail audit;

    RecordReviewManagement(
            ServiceRecords records,
            Members members,
            Sights sights,
            RecordAnnouncements announcements,
            AuditTrail audit) {
        this.records = records;
        this.members = members;
        this.sights = sights;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** One confirmation: a record, and the version the confirmer has seen, when said. */
    public record Confirmation(UUID id, @Nullable Long version) {}

    /** Confirms for the host; results in the order asked. */
    public List<RecordResult> confirm(Caller caller, List<Confirmation> confirmations) {
        Sight sight = sights.of(caller, Role.HR_OFFICER);
        Map<UUID, ServiceRecord> found =
                locked(
                                sight.officeOnly(),
                                confirmations.stream().map(Confirmation::id).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(ServiceRecord::id, Function.identity()));
        List<ServiceRecord> confirmed = new ArrayList<>();
        List<RecordResult> results = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Confirmation confirmation : confirmations) {
            ServiceRecord record = seen.add(confirmation.id()) ? found.get(confirmation.id()) : null;
            results.add(result(caller, sight.ownMemberId(), confirmation, record, confirmed));
        }
        records.update(confirmed);
        announcements.changed(confirmed, true);
        audit.record(confirmed.stream()
                .map(record -> RecordAnnouncements.audit(caller, record, "service-record.confirmed"))
                .toList());
        return results;
    }

    private static RecordResult result(
            Caller caller,
            @Nullable UUID ownMemberId,
            Confirmation confirmation,
            @Nullable ServiceRecord record,
            List<ServiceRecord> confirmed) {
        if (record == null) {
            return RecordResult.rejected("", confirmation.id(), "unknown-record", confirmation.id());
        }
        if (record.status() == RecordStatus.CONFIRMED) {
            return RecordResult.of("unchanged", record);
        }
        Optional<String> obstacle = record.confirmationObstacle(caller.name(), ownMemberId, confirmation.version());
        if (obstacle.isPresent()) {
            return RecordResult.rejected(record.sourceId(), record.id(), obstacle.get());
        }
        confirmed.add(record.confirmed(caller.name()));
        return RecordResult.of("confirmed", record);
    }

    /** Confirms one record; refuses with the reason instead of telling it. */
    public ServiceRecord confirm(Caller caller, @Nullable ExpectedVersion expected, Confirmation confirmation) {
        if (expected != null) {
            one(sights.of(caller, Role.HR_OFFICER).officeOnly(), confirmation.id(), expected);
        }
        RecordResult result = confirm(caller, List.of(confirmation)).getFirst();
        String code = result.code();
        if (code != null) {
            throw code.equals("unknown-record")
                    ? Refusal.notFound("service-record.unknown-record", confirmation.id())
                    : Refusal.conflict("service-record." + code);
        }
        return records.find(sights.of(caller, Role.HR_OFFICER), confirmation.id())
                .orElseThrow();
    }

    /** Disputes a record: the person whose service it is, or an HR officer of the host. */
    public ServiceRecord dispute(Caller caller, UUID id, @Nullable ExpectedVersion expected, String reason) {
        ServiceRecord before = one(sights.of(caller, Role.HR_OFFICER), id, expected);
        return keep(
                caller,
                before,
                before.disputed(caller.name(), reason),
                "service-record.disputed",
                Map.of("sourceId", before.sourceId(), "version", before.version() + 1));
    }

    /** Settles the flags or the dispute of a record, for the host. */
    public ServiceRecord resolve(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            @Nullable Long version,
            Outcome outcome,
            String reason) {
        Sight sight = sights.of(caller, Role.HR_OFFICER, Role.REGISTRAR);
        ServiceRecord before = one(sight.officeOnly(), id, expected);
        if (version != null && version != before.version()) {
            throw Refusal.conflict("service-record.changed-meanwhile");
        }
        return keep(
                caller,
                before,
                before.resolved(new Resolution(outcome, caller.name(), reason), sight.ownMemberId()),
                "service-record.resolved",
                Map.of("outcome", outcome.code(), "reason", reason, "flags", before.flags()));
    }

    private ServiceRecord one(Sight sight, UUID id, @Nullable ExpectedVersion expected) {
        ServiceRecord found = locked(sight, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("service-record.unknown-record", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        return found;
    }

    /** The people first, then their records: the order in which everybody who records takes them. */
    private List<ServiceRecord> locked(Sight sight, Collection<UUID> ids) {
        members.lock(sight.association(), records.memberIds(sight, ids));
        return records.lock(sight, ids);
    }

    private ServiceRecord keep(
            Caller caller, ServiceRecord before, ServiceRecord after, String action, Map<String, Object> detail) {
        records.update(List.of(after));
        announcements.changed(List.of(after), before.status() == RecordStatus.CONFIRMED);
        audit.record(RecordAnnouncements.audit(caller, after, action, detail));
        return after;
    }
}
