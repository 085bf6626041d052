package org.yilianti.rotation.leave;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The leaves of absence known from the staff registry; {@link DaysAway} reads them beside the requests made here. */
@Repository
class StaffLeaves {

    private final JdbcTemplate batches;

    StaffLeaves(JdbcTemplate batches) {
        this.batches = batches;
    }

    /** Keeps each as it now is. */
    void upsert(List<StaffLeave> leaves) {
        batches.batchUpdate("""
                insert into staff_leave (id, association_id, member_id, valid_from, valid_to, annulled) values (?, ?, ?, ?, ?, ?)
                on duplicate key update member_id = values(member_id), valid_from = values(valid_from),
                    valid_to = values(valid_to), annulled = values(annulled)
                """, leaves.stream().map(StaffLeaves::columns).toList());
    }

    private static @Nullable Object[] columns(StaffLeave leave) {
        return new @Nullable Object[] {
            Ids.bytes(leave.id()),
            Ids.bytes(leave.association()),
            Ids.bytes(leave.memberId()),
            leave.days().from(),
            leave.days().to(),
            leave.annulled()
        };
    }
}
