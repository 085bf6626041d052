package org.yilianti.rotation.service.batch;

import java.util.List;
import org.yilianti.rotation.service.RecordFlag;
import org.yilianti.rotation.service.RecordResult;

/**
 * What became of the rows taken so far.
 *
 * @param flagged of the rows taken, those that nobody may confirm before they are resolved
 */
public record ImportCounts(int rows, int created, int corrected, int unchanged, int flagged, int rejected) {

    static final ImportCounts NOTHING = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** Of one batch: the results of what could be understood, and how many rows could not. */
    static ImportCounts of(List<RecordResult> results, int notUnderstood) {
        return new ImportCounts(
                results.size() + notUnderstood,
                count(results, "created"),
                count(results, "corrected"),
                count(results, "unchanged"),
                (int) results.stream()
                        .filter(one -> one.flags().stream().anyMatch(RecordFlag::blocking))
                        .count(),
                count(results, "rejected") + notUnderstood);
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                rows + more.rows,
                created + more.created,
                corrected + more.corrected,
                unchanged + more.unchanged,
                flagged + more.flagged,
                rejected + more.rejected);
    }

    private static int count(List<RecordResult> results, String status) {
        return (int) results.stream().filter(one -> one.status().equals(status)).count();
    }
}
