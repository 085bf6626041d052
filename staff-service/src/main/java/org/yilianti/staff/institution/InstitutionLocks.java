package org.yilianti.staff.institution;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.RowLocks;

/** The rows behind which whoever changes something of an institution stands in line. */
@Repository
public class InstitutionLocks {

    private final JdbcClient jdbc;

    InstitutionLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks these institutions, and nothing else, until the transaction ends. */
    public void hold(Collection<InstitutionId> places) {
        RowLocks.hold(
                jdbc, "institution", places.stream().map(InstitutionId::bytes).toList());
    }
}
