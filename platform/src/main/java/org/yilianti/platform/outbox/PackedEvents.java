package org.yilianti.platform.outbox;

import static org.yilianti.platform.outbox.StoredEvent.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yilianti.platform.database.PackedBytes;

/**
 * Several events in a row of the outbox: a line of each in UTF-8, with its id, its aggregate, its version or a dash, and its JSON, which has
 * no line breaks of its own; all of them packed. Alike as they are, they shrink to a fifth.
 */
final class PackedEvents {

    private static final int UUID_LENGTH = 36;
    private static final String NO_VERSION = "-";

    private PackedEvents() {}

    /** The line of an event up to its JSON. */
    static byte[] head(OutboxEvent event) {
        Long version = event.version();
        return utf8(event.id() + " " + event.aggregate() + " " + (version == null ? NO_VERSION : version) + " ");
    }

    static List<StoredEvent> unpacked(byte[] packed) {
        return lines(PackedBytes.unpack(packed));
    }

    /** The events of lines as they are before they are packed. */
    static List<StoredEvent> lines(byte[] lines) {
        List<StoredEvent> events = new ArrayList<>();
        int start = 0;
        while (start < lines.length) {
            int end = indexOf('\n', lines, start);
            events.add(line(lines, start, end));
            start = end + 1;
        }
        return events;
    }

    private static StoredEvent line(byte[] lines, int start, int end) {
        int aggregate = start + UUID_LENGTH + 1;
        int version = aggregate + UUID_LENGTH + 1;
        int json = indexOf(' ', lines, version) + 1;
        return new StoredEvent(
                Arrays.copyOfRange(lines, start, aggregate - 1),
                Arrays.copyOfRange(lines, aggregate, version - 1),
                lines[version] == '-' ? null : Arrays.copyOfRange(lines, version, json - 1),
                Arrays.copyOfRange(lines, json, end));
    }

    /** The length when it is not there. */
    private static int indexOf(char wanted, byte[] bytes, int from) {
        int index = from;
        while (index < bytes.length && bytes[index] != wanted) {
            index++;
        }
        return index;
    }
}
