package org.yilianti.rotation.service;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch.
 *
 * @param status created, unchanged, corrected, confirmed or rejected
 * @param id the record; null when rejected and unknown
 * @param code why it was rejected, else null; with {@code service-record.} before it, the key of the message
 * @param args values in the message
 * @param flags what is not as it should be with a record that was kept
 */
public record RecordResult(
        String sourceId,
        String status,
        @Nullable UUID id,
        @Nullable String code,
        List<Object> args,
        List<RecordFlag> flags) {

    static RecordResult of(String status, ServiceRecord record) {
        return new RecordResult(record.sourceId(), status, record.id(), null, List.of(), record.flags());
    }

    static RecordResult rejected(String sourceId, @Nullable UUID id, String code, Object... args) {
        return new RecordResult(sourceId, "rejected", id, code, List.of(args), List.of());
    }

    boolean isRejected() {
        return code != null;
    }
}
