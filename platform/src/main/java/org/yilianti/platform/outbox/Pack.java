package org.yilianti.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events that share a row of the outbox: neighbours of one change and one partition, alike in association, topic and type.
 *
 * <p>A row of its own has a single event as its payload; of several each has a line: its id, its aggregate, its version or a dash, and
 * its JSON, which has no line breaks of its own.
 */
final class Pack {

    /** Lines to be read as one whole: small enough that a relay holds many. */
    private static final int MAX_CHARACTERS = 100_000;

    private static final String NO_VERSION = "-";

    private final int partition;
    private final OutboxEvent first;
    private final List<Line> lines = new ArrayList<>();
    private int characters;

    private Pack(int partition, OutboxEvent first) {
        this.partition = partition;
        this.first = first;
    }

    /** One event of a pack. */
    record Line(UUID id, UUID aggregate, @Nullable Long version, String json) {

        private String text() {
            return id + " " + aggregate + " " + (version == null ? NO_VERSION : version) + " " + json;
        }

        private static Line of(String text) {
            String[] parts = text.split(" ", 4);
            Long version = parts[2].equals(NO_VERSION) ? null : Long.valueOf(parts[2]);
            return new Line(UUID.fromString(parts[0]), UUID.fromString(parts[1]), version, parts[3]);
        }
    }

    /** Packs events so that those of a partition keep their order, at most {@code size} to a pack. */
    static List<Pack> of(List<OutboxEvent> events, int size, Function<OutboxEvent, String> json) {
        List<Pack> packs = new ArrayList<>();
        @Nullable Pack[] open = new @Nullable Pack[Outbox.PARTITIONS];
        for (OutboxEvent event : events) {
            int partition = Math.floorMod(event.aggregate().hashCode(), Outbox.PARTITIONS);
            String text = json.apply(event);
            Pack pack = open[partition];
            if (pack == null || pack.lines.size() >= size || !pack.takes(event, text)) {
                pack = new Pack(partition, event);
                packs.add(pack);
                open[partition] = pack;
            }
            pack.add(event, text);
        }
        return packs;
    }

    private boolean takes(OutboxEvent event, String json) {
        return event.type().equals(first.type())
                && event.topic().equals(first.topic())
                && event.association().equals(first.association())
                && characters + json.length() <= MAX_CHARACTERS;
    }

    private void add(OutboxEvent event, String json) {
        lines.add(new Line(event.id(), event.aggregate(), event.version(), json));
        characters += json.length();
    }

    int partition() {
        return partition;
    }

    /** Whose association, topic and type all have, and whose id is the row's. */
    OutboxEvent first() {
        return first;
    }

    int size() {
        return lines.size();
    }

    String payload() {
        return lines.size() == 1
                ? lines.getFirst().json()
                : String.join("\n", lines.stream().map(Line::text).toList());
    }

    /** The events of a row that has several. */
    static List<Line> lines(String payload) {
        return payload.lines().map(Line::of).toList();
    }
}
