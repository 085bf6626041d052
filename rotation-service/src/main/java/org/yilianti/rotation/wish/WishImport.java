package org.yilianti.rotation.wish;

import java.util.List;
import java.util.UUID;

/**
 * What a file did, or of a dry run would have done.
 *
 * @param rows all of them; created, changed, unchanged and rejected add up to it
 * @param faults of the rejected rows, in the order of the file
 */
public record WishImport(
        UUID id,
        boolean dryRun,
        int rows,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<WishFault> faults) {

    static WishImport of(boolean dryRun, List<WishJudge.Verdict> verdicts, UUID id) {
        int rejected =
                (int) verdicts.stream().filter(one -> !one.faults().isEmpty()).count();
        int kept = (int) verdicts.stream().filter(one -> one.wish() != null).count();
        int created = (int) verdicts.stream()
                .filter(one -> one.wish() != null && one.before() == null)
                .count();
        return new WishImport(
                id,
                dryRun,
                verdicts.size(),
                created,
                kept - created,
                verdicts.size() - kept - rejected,
                rejected,
                verdicts.stream().flatMap(one -> one.faults().stream()).toList());
    }
}
