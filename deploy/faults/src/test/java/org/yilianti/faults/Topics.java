package org.yilianti.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the broker holds now. */
record Topics(String bootstrapServers) {

    Set<UUID> eventIds(String topic) {
        return read(topic).stream()
                .map(event -> UUID.fromString(header(event, "ce_id")))
                .collect(Collectors.toSet());
    }

    Map<UUID, Long> newestVersions(String topic) {
        Map<UUID, Long> newest = new HashMap<>();
        read(topic).forEach(event -> newest.merge(UUID.fromString(event.key()), version(event), Math::max));
        return newest;
    }

    /** How many aggregates' versions, repeats left aside, do not come as 1, 2, 3 …; a repeat may come any time later. */
    long disorders(String topic) {
        Map<String, Long> last = new HashMap<>();
        Set<String> disordered = new HashSet<>();
        for (ConsumerRecord<String, byte[]> event : read(topic)) {
            long before = last.getOrDefault(event.key(), 0L);
            if (version(event) > before + 1) {
                disordered.add(event.key());
            }
            last.put(event.key(), Math.max(before, version(event)));
        }
        return disordered.size();
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
            return events;
        }
    }

    private static long version(ConsumerRecord<String, byte[]> event) {
        return Long.parseLong(header(event, "ce_aggregateversion"));
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
