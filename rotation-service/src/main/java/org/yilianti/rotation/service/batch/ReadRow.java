package org.yilianti.rotation.service.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.service.RecordFlag;
import org.yilianti.rotation.service.RecordResult;
import org.yilianti.rotation.service.ServiceEntry;

/**
 * A row of a file: either an entry that can be judged, or the reason why there is none.
 *
 * @param position from 1, the header not counted
 */
record ReadRow(
        int position,
        @Nullable ServiceEntry entry,
        @Nullable ImportedRow refused) {

    /** In which column what a record may be rejected for is written. */
    private static final Map<String, String> COLUMNS = Map.of(
            "unknown-member", "staff_no",
            "unknown-institution", "institution_code",
            "unknown-kind", "kind",
            "period-inverted", "ended_at",
            "too-long", "ended_at",
            "unknown-duty", "duty_id",
            "duplicate-source", "source_id");

    private static final int LONGEST_SHOWN = 100;

    /** @param sources ids of the rows before, to which this one's is added */
    static ReadRow of(int position, RawRow row, Set<String> sources) {
        try {
            ServiceEntry entry = row.entry();
            if (!sources.add(entry.sourceId())) {
                throw new BadRow("source_id", "duplicate-source", entry.sourceId());
            }
            return new ReadRow(position, entry, null);
        } catch (BadRow bad) {
            return new ReadRow(
                    position, null, rejected(position, row.sourceId(), bad.column(), bad.code(), bad.args()));
        }
    }

    /** The row to be kept with the import, given what became of its entry; null when it was simply taken. */
    @Nullable ImportedRow kept(RecordResult result) {
        String code = result.code();
        if (code != null) {
            return rejected(position, result.sourceId(), COLUMNS.get(code), code, result.args());
        }
        return result.flags().stream().anyMatch(RecordFlag::blocking)
                ? new ImportedRow(position, result.sourceId(), result.status(), null, null, List.of(), result.flags())
                : null;
    }

    private static ImportedRow rejected(
            int position, @Nullable String source, @Nullable String column, String code, List<Object> args) {
        String shown = source == null ? "" : source;
        return new ImportedRow(
                position,
                shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) : shown,
                "rejected",
                column,
                code,
                args.stream().map(String::valueOf).toList(),
                List.of());
    }
}
