package org.yilianti.platform.outbox;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.database.PackedBytes;

/** Events that share a row of the outbox: neighbours of one change and one partition, alike in association, topic and type. */
final class Pack {

    /** Lines to be read as one whole: small enough that a relay holds many. */
    private static final int MAX_BYTES = 100_000;

    /** From so many events on their JSON is made by several threads: whoever publishes them waits for nothing else meanwhile. */
    private static final int MANY = 500;

    private final int partition;
    private final OutboxEvent first;
    private final byte[] firstJson;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int size;

    private Pack(int partition, OutboxEvent first, byte[] firstJson) {
        this.partition = partition;
        this.first = first;
        this.firstJson = firstJson;
    }

    /** Packs events so that those of a partition keep their order, at most {@code size} to a pack. */
    static List<Pack> of(List<OutboxEvent> events, int size, Function<OutboxEvent, byte[]> json) {
        List<byte[]> payloads = (events.size() < MANY ? events.stream() : events.parallelStream())
                .map(json)
                .toList();
        List<Pack> packs = new ArrayList<>();
        @Nullable Pack[] open = new @Nullable Pack[Outbox.PARTITIONS];
        for (int i = 0; i < events.size(); i++) {
            OutboxEvent event = events.get(i);
            byte[] payload = payloads.get(i);
            int partition = Math.floorMod(event.aggregate().hashCode(), Outbox.PARTITIONS);
            Pack pack = open[partition];
            if (pack == null || pack.size >= size || !pack.takes(event, payload)) {
                pack = new Pack(partition, event, payload);
                packs.add(pack);
                open[partition] = pack;
            }
            pack.add(event, payload);
        }
        return packs;
    }

    private boolean takes(OutboxEvent event, byte[] json) {
        return event.type().equals(first.type())
                && event.topic().equals(first.topic())
                && event.association().equals(first.association())
                && lines.size() + json.length <= MAX_BYTES;
    }

    private void add(OutboxEvent event, byte[] json) {
        lines.writeBytes(PackedEvents.head(event));
        lines.writeBytes(json);
        lines.write('\n');
        size++;
    }

    int partition() {
        return partition;
    }

    /** Whose association, topic and type all have, and whose id is the row's. */
    OutboxEvent first() {
        return first;
    }

    int size() {
        return size;
    }

    /** The JSON of the only event; empty when there are several. */
    byte[] payload() {
        return size == 1 ? firstJson : new byte[0];
    }

    /** Several events packed; null when there is one. */
    byte @Nullable [] packed() {
        return size == 1 ? null : PackedBytes.pack(lines.toByteArray(), lines.size());
    }
}
