package org.yilianti.staff.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Fault;
import tools.jackson.databind.ObjectMapper;

/** What became of each row: rejected ones singly, with their faults; taken ones packed by batch. */
@Repository
class ImportResults {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    ImportResults(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Keeps what became of a batch that begins at the job's position. */
    void insert(ImportJob job, List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        byte[] association = Ids.bytes(job.editor().association());
        List<ImportRow> taken =
                rows.stream().filter(row -> !row.entry().faulty()).toList();
        jdbc.sql(
                        "insert into import_batch (job_id, position, association_id, last_line, taken_rows) values (?, ?, ?, ?, ?)")
                .param(job.id().bytes())
                .param(job.position())
                .param(association)
                .param(rows.getLast().line())
                .param(ImportResult.packed(taken))
                .update();
        batches.batchUpdate(
                "insert into import_row (job_id, line, association_id, row_key, faults) values (?, ?, ?, ?, ?)",
                rows.stream()
                        .filter(row -> row.entry().faulty())
                        .map(ImportRow::rejection)
                        .map(row -> new Object[] {
                            job.id().bytes(), row.line(), association, row.key(), json.writeValueAsString(row.faults())
                        })
                        .toList());
    }

    /** Rejected rows after a line, in the order of the file. */
    List<ImportResult> rejected(ImportId id, long afterLine, int size) {
        return rejected(id, afterLine, Long.MAX_VALUE, size);
    }

    private List<ImportResult> rejected(ImportId id, long afterLine, long lastLine, int size) {
        return jdbc.sql("""
                        select line, row_key, faults from import_row
                        where job_id = ? and line > ? and line <= ? order by line limit ?
                        """)
                .params(id.bytes(), afterLine, lastLine, size)
                .query((row, number) -> new ImportResult(
                        row.getLong(1), row.getString(2), List.of(json.readValue(row.getString(3), Fault[].class))))
                .list();
    }

    private record Batch(long position, long lastLine, byte[] taken) {}

    /** Gives every row that was judged, in the order of the file, a batch in memory at a time. */
    void forEach(ImportId id, Consumer<ImportResult> each) {
        long line = 0;
        Batch batch = next(id, -1);
        while (batch != null) {
            List<ImportResult> rows = new ArrayList<>(ImportResult.unpacked(batch.taken()));
            rows.addAll(rejected(id, line, batch.lastLine(), Integer.MAX_VALUE));
            rows.sort(Comparator.comparingLong(ImportResult::line));
            rows.forEach(each);
            line = batch.lastLine();
            batch = next(id, batch.position());
        }
    }

    private @Nullable Batch next(ImportId id, long after) {
        return jdbc.sql("""
                        select position, last_line, taken_rows from import_batch
                        where job_id = ? and position > ? order by position limit 1
                        """)
                .params(id.bytes(), after)
                .query((row, number) -> new Batch(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional()
                .orElse(null);
    }
}
