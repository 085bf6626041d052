package org.yilianti.rotation.service.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.service.RecordFlag;

/**
 * A row that was not simply taken.
 *
 * @param position from 1, the header not counted
 * @param column where it is wrong; null when it was taken
 * @param code why it was rejected; null when it was taken
 * @param flags what is not as it should be; empty when rejected
 */
public record ImportedRow(
        int position,
        String sourceId,
        String status,
        @Nullable String column,
        @Nullable String code,
        List<String> args,
        List<RecordFlag> flags) {}
