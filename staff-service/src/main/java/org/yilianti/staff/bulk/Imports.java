package org.yilianti.staff.bulk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;

/** Shows imports: all of the association to those who hold it whole, otherwise only one's own. */
@Repository
public class Imports {

    private final ImportRepository jobs;
    private final ImportResults results;

    Imports(ImportRepository jobs, ImportResults results) {
        this.jobs = jobs;
        this.results = results;
    }

    public Optional<ImportJob> find(Caller caller, ImportId id) {
        String owner = owner(caller);
        return jobs.find(id)
                .filter(job -> job.editor().association().equals(caller.association()))
                .filter(job -> owner == null || job.editor().name().equals(owner));
    }

    /** Newest first; {@code before} is the id of the last one shown. */
    public List<ImportJob> list(Caller caller, @Nullable UUID before, int size) {
        return jobs.list(caller.association(), owner(caller), before, size);
    }

    /** Rejected rows in the order of the file. */
    public List<ImportResult> rejected(ImportId id, long afterLine, int size) {
        return results.rejected(id, afterLine, size);
    }

    /** Every row that was judged so far, in the order of the file. */
    public void results(ImportId id, Consumer<ImportResult> each) {
        results.forEach(id, each);
    }

    private static @Nullable String owner(Caller caller) {
        boolean whole = caller.scope(Role.HR_OFFICER, Role.ASSOCIATION_ADMIN).all();
        return whole ? null : caller.name();
    }
}
