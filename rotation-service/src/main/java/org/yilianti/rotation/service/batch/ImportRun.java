package org.yilianti.rotation.service.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.service.RecordFlag;
import org.yilianti.rotation.service.RecordResult;
import org.yilianti.rotation.service.ServiceEntry;

/** Takes the rows of one file in batches and counts what became of them. Used once. */
final class ImportRun {

    static final int BATCH = 500;
    static final int MOST_ROWS = 100_000;

    /** In which column what a record may be rejected for is written. */
    private static final Map<String, String> COLUMNS = Map.of(
            "unknown-member", "staff_no",
            "unknown-institution", "institution_code",
            "unknown-kind", "kind",
            "period-inverted", "ended_at",
            "too-long", "ended_at",
            "unknown-duty", "duty_id",
            "duplicate-source", "source_id");

    private final Function<List<ServiceEntry>, List<RecordResult>> recorder;
    private final Consumer<List<ImportedRow>> kept;
    private final Map<Integer, ServiceEntry> waiting = new LinkedHashMap<>();
    private final List<ImportedRow> remarkable = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int rows;
    private int flagged;

    /**
     * @param recorder records up to {@value #BATCH} entries
     * @param kept takes the rows to be kept with the import, batch by batch
     */
    ImportRun(Function<List<ServiceEntry>, List<RecordResult>> recorder, Consumer<List<ImportedRow>> kept) {
        this.recorder = recorder;
        this.kept = kept;
    }

    void take(RawRow row) {
        rows++;
        if (rows > MOST_ROWS) {
            throw Refusal.invalid("service-import.too-many-rows", MOST_ROWS);
        }
        try {
            ServiceEntry entry = row.entry();
            if (!sources.add(entry.sourceId())) {
                throw new BadRow("source_id", "duplicate-source", entry.sourceId());
            }
            waiting.put(rows, entry);
        } catch (BadRow bad) {
            count("rejected");
            remarkable.add(rejected(rows, row.sourceId(), bad.column(), bad.code(), bad.args()));
        }
        if (waiting.size() + remarkable.size() >= BATCH) {
            flush();
        }
    }

    /** To be called once more at the end of the file. */
    void flush() {
        if (!waiting.isEmpty()) {
            List<RecordResult> results = recorder.apply(List.copyOf(waiting.values()));
            int index = 0;
            for (int position : waiting.keySet()) {
                note(position, results.get(index++));
            }
            waiting.clear();
        }
        kept.accept(List.copyOf(remarkable));
        remarkable.clear();
    }

    int rows() {
        return rows;
    }

    int flagged() {
        return flagged;
    }

    int count(Status status) {
        return counts.getOrDefault(status.code, 0);
    }

    /** What can become of a row. */
    enum Status {
        CREATED("created"),
        CORRECTED("corrected"),
        UNCHANGED("unchanged"),
        REJECTED("rejected");

        private final String code;

        Status(String code) {
            this.code = code;
        }
    }

    private void note(int position, RecordResult result) {
        count(result.status());
        String code = result.code();
        if (code != null) {
            remarkable.add(rejected(position, result.sourceId(), COLUMNS.get(code), code, result.args()));
        } else if (result.flags().stream().anyMatch(RecordFlag::blocking)) {
            flagged++;
            remarkable.add(new ImportedRow(
                    position, result.sourceId(), result.status(), null, null, List.of(), result.flags()));
        }
    }

    private void count(String status) {
        counts.merge(status, 1, Integer::sum);
    }

    private static ImportedRow rejected(
            int position, @Nullable String source, @Nullable String column, String code, List<Object> args) {
        String shown = source == null ? "" : source;
        return new ImportedRow(
                position,
                shown.length() > 100 ? shown.substring(0, 100) : shown,
                "rejected",
                column,
                code,
                args.stream().map(String::valueOf).toList(),
                List.of());
    }
}
