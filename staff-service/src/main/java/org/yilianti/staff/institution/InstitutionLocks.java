package org.yilianti.staff.institution;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind which whoever changes something of an institution stands in line. */
@Repository
public class InstitutionLocks {

    private final JdbcClient jdbc;

    InstitutionLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks these institutions until the transaction ends: by one statement, which walks their key, so that all lock in the same order. */
    public void hold(Collection<InstitutionId> places) {
        if (!places.isEmpty()) {
            jdbc.sql("select id from institution force index (primary) where id in (:places) order by id for update")
                    .param(
                            "places",
                            places.stream().distinct().map(InstitutionId::bytes).toList())
                    .query((row, number) -> true)
                    .list();
        }
    }
}
