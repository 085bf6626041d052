package org.yilianti.platform.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.yilianti.platform.ids.Ids;

/** Lets each event through once: a state when newer than what was applied, a fact when its id is new. */
class EventGate {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    EventGate(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * The events of one topic that are to be applied now, marked as applied in the surrounding transaction; of several states of one
     * aggregate the newest only. Locks the aggregates' gates, so that a late instance cannot apply an older state after a newer.
     */
    List<Incoming> pass(String topic, List<Incoming> events) {
        List<Incoming> passed = new ArrayList<>(
                states(topic, events.stream().filter(Incoming::isState).toList()));
        passed.addAll(
                facts(topic, events.stream().filter(event -> !event.isState()).toList()));
        return passed;
    }

    private List<Incoming> states(String topic, List<Incoming> events) {
        Map<UUID, Incoming> newest = new LinkedHashMap<>();
        for (Incoming event : events) {
            newest.merge(event.aggregate(), event, (one, other) -> versionOf(other) > versionOf(one) ? other : one);
        }
        if (newest.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> applied = lockApplied(topic, newest.keySet());
        List<Incoming> passed = newest.values().stream()
                .filter(event -> versionOf(event) > applied.getOrDefault(event.aggregate(), 0L))
                .toList();
        jdbc.batchUpdate(
                "update inbox_version set version = ? where topic = ? and aggregate_id = ?",
                passed.stream()
                        .map(event -> new Object[] {versionOf(event), topic, Ids.bytes(event.aggregate())})
                        .toList());
        return passed;
    }

    private Map<UUID, Long> lockApplied(String topic, Set<UUID> aggregates) {
        List<byte[]> ids = aggregates.stream()
                .sorted(Comparator.naturalOrder())
                .map(Ids::bytes)
                .toList();
        jdbc.batchUpdate(
                "insert ignore into inbox_version (topic, aggregate_id, version) values (?, ?, 0)",
                ids.stream().map(id -> new Object[] {topic, id}).toList());
        Map<UUID, Long> applied = new HashMap<>();
        named.query(
                "select aggregate_id, version from inbox_version where topic = :topic and aggregate_id in (:ids) for update",
                Map.of("topic", topic, "ids", ids),
                row -> {
                    applied.put(Ids.uuid(row.getBytes(1)), row.getLong(2));
                });
        return applied;
    }

    private List<Incoming> facts(String topic, List<Incoming> events) {
        Set<UUID> seen = new HashSet<>();
        List<Incoming> passed = new ArrayList<>();
        for (Incoming event : events) {
            if (seen.add(event.id()) && isNew(topic, event)) {
                passed.add(event);
            }
        }
        return passed;
    }

    private boolean isNew(String topic, Incoming event) {
        return jdbc.update(
                        "insert ignore into inbox_fact (event_id, topic, received_at) values (?, ?, utc_timestamp(6))",
                        Ids.bytes(event.id()),
                        topic)
                == 1;
    }

    private static long versionOf(Incoming event) {
        Long version = event.version();
        return version == null ? 0 : version;
    }
}
