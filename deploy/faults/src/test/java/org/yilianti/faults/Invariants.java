package org.yilianti.faults;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.yilianti.local.platform.Module;

/** What must hold after every fault; each method names what it found broken, an empty list means that it holds. */
final class Invariants {

    private static final List<Module> SERVICES = List.of(Module.STAFF, Module.ROTATION, Module.INCENTIVE);

    private static final Map<Module, List<String>> STATES_HEARD = Map.of(
            Module.STAFF, List.of("rotation.grassroots-credits"),
            Module.ROTATION, List.of("staff.institutions", "staff.members", "staff.licences", "staff.assessments"),
            Module.INCENTIVE, List.of("staff.institutions", "staff.members", "rotation.service-records"));

    private final Stores stores;
    private final Topics topics;

    Invariants(Stores stores, Topics topics) {
        this.stores = stores;
        this.topics = topics;
    }

    /** All of them; V8 (nothing of another institution visible) is tested in each service. */
    List<String> broken(Journal journal) {
        List<String> broken = new ArrayList<>(postings());
        broken.addAll(events());
        broken.addAll(versions());
        broken.addAll(payments());
        broken.addAll(approvals());
        broken.addAll(service());
        broken.addAll(promises(journal));
        broken.addAll(auditChains());
        return broken;
    }

    /** V1: every entry, and so the whole ledger, sums to zero. */
    List<String> postings() {
        long unbalanced = stores.count(Module.INCENTIVE, """
                select count(*) from (select entry_id from ledger_line group by entry_id having sum(debit_fen) <> sum(credit_fen)) u
                """);
        return found(unbalanced, "V1: %d ledger entries do not balance");
    }

    /** V2: every event was sent, is on its topic, was applied by those who listen, and none is parked. */
    List<String> events() {
        List<String> broken = new ArrayList<>();
        for (Module service : SERVICES) {
            broken.addAll(found(
                    stores.count(service, "select coalesce(sum(events), 0) from outbox_event where sent_at is null"),
                    "V2: %d events of " + service + " were not sent"));
            broken.addAll(found(
                    stores.count(service, "select count(*) from parked_event"),
                    "V2: %d events are parked in " + service));
            broken.addAll(missingOnTopics(service));
        }
        STATES_HEARD.forEach((reader, heard) -> heard.forEach(topic -> broken.addAll(notApplied(reader, topic))));
        return broken;
    }

    private List<String> missingOnTopics(Module service) {
        List<Written> all = Written.by(stores.of(service));
        Set<UUID> missing = all.stream().map(Written::id).collect(Collectors.toCollection(HashSet::new));
        all.stream().map(Written::topic).distinct().forEach(topic -> missing.removeAll(topics.eventIds(topic)));
        return found(missing.size(), "V2: %d events of " + service + " are not on their topics");
    }

    private List<String> notApplied(Module reader, String topic) {
        Map<UUID, Long> newest = topics.newestVersions(topic);
        stores.of(reader)
                .sql("select aggregate_id, version from inbox_version where topic = ?")
                .param(topic)
                .query((row, number) -> newest.remove(uuid(row.getBytes(1)), row.getLong(2)))
                .list();
        return found(newest.size(), "V2: " + reader + " has not applied the newest state of %d aggregates of " + topic);
    }

    /** V3: the versions of each aggregate are 1, 2, 3 … without gap, in the outbox and, but for repeats, on the topic. */
    List<String> versions() {
        List<String> broken = new ArrayList<>();
        for (Module service : SERVICES) {
            List<Written> states = Written.by(stores.of(service)).stream()
                    .filter(event -> event.version() != null)
                    .toList();
            Map<String, List<Long>> versions = states.stream()
                    .collect(Collectors.groupingBy(
                            event -> event.topic() + " " + event.aggregate(),
                            Collectors.mapping(Written::version, Collectors.toList())));
            broken.addAll(found(
                    versions.values().stream()
                            .filter(Invariants::hasGapOrRepeat)
                            .count(),
                    "V3: the versions of %d aggregates of " + service + " have gaps or repeats"));
            states.stream()
                    .map(Written::topic)
                    .distinct()
                    .forEach(topic -> broken.addAll(
                            found(topics.disorders(topic), "V3: %d aggregates are out of order on " + topic)));
        }
        return broken;
    }

    private static boolean hasGapOrRepeat(List<Long> versions) {
        return !versions.stream()
                .sorted()
                .toList()
                .equals(LongStream.rangeClosed(1, versions.size()).boxed().toList());
    }

    /** V4: nobody is paid twice for the same item of a run, no run is booked twice, and what was paid is what was granted. */
    List<String> payments() {
        List<String> broken = new ArrayList<>();
        broken.addAll(found(stores.count(Module.INCENTIVE, """
                        select count(*) from (select run_id, member_id, item from pay_payment group by run_id, member_id, item
                            having count(*) > 1) u
                        """), "V4: %d items were paid twice"));
        broken.addAll(found(stores.count(Module.INCENTIVE, """
                        select count(*) from (select source_id from ledger_entry group by source_id, kind having count(*) > 1) u
                        """), "V4: %d runs were booked twice"));
        broken.addAll(
                found(stores.count(Module.INCENTIVE, """
                        select count(*) from (select p.run_id from pay_payment p
                            join pay_statement s on s.run_id = p.run_id and s.member_id = p.member_id
                            group by p.run_id, p.member_id, s.amount_fen having sum(p.amount_fen) <> s.amount_fen) u
                        """), "V4: %d people were paid another amount than granted"));
        return broken;
    }

    /** V5: the history of every application is a legal path, and nobody took two of its steps. */
    List<String> approvals() {
        return ApprovalHistories.broken(stores.of(Module.ROTATION));
    }

    /** V5 for service: what is paid was confirmed by somebody else than its recorder, and no open flag was ever confirmed. */
    List<String> service() {
        return found(
                stores.count(Module.ROTATION, """
                        select count(*) from service_record where status = 'confirmed' and (flagged or confirmed_by = recorded_by
                            or (flags like '%"blocking":true%' and (resolution is null or resolution <> 'accepted')))
                        """),
                "V5: %d records of service were confirmed though flagged, or by who recorded them");
    }

    /** V6: every call that was answered with success is still known by its key, with its effect's transaction. */
    List<String> promises(Journal journal) {
        Set<Journal.Promise> kept = new HashSet<>();
        for (Module service : SERVICES) {
            kept.addAll(stores.of(service)
                    .sql("select caller, idempotency_key from idempotency_key where status is not null")
                    .query((row, number) -> new Journal.Promise(row.getString(1), row.getString(2)))
                    .list());
        }
        Set<Journal.Promise> broken = new HashSet<>(journal.promises());
        broken.removeAll(kept);
        return found(broken.size(), "V6: %d answered calls left no trace");
    }

    /** V7: the audit trail of each service is one unbroken chain. */
    List<String> auditChains() {
        return SERVICES.stream()
                .flatMap(service -> AuditChains.broken(service, stores.of(service)).stream())
                .toList();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static List<String> found(long count, String message) {
        return count == 0 ? List.of() : List.of(message.formatted(count));
    }
}
