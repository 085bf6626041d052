package org.yilianti.rotation.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The demand that plans leave unmet. */
@Repository
public class UnmetShifts {

    /** An unmet shift and its place in the plan's list. */
    public record Numbered(int position, UnmetShift shift) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UnmetShifts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** By date; who may see the plan may see these. */
    public List<Numbered> list(UUID planId, PageRequest page) {
        var after = page.after();
        return jdbc.sql("select * from unmet_shift where plan_id = ? and position > ? order by position limit ?")
                .params(Ids.bytes(planId), after == null ? -1 : after.number(0), page.fetchSize())
                .query(UnmetShifts::numbered)
                .list();
    }

    /** All of a plan. */
    List<UnmetShift> of(UUID planId) {
        return jdbc
                .sql("select * from unmet_shift where plan_id = ? order by position")
                .param(Ids.bytes(planId))
                .query(UnmetShifts::numbered)
                .list()
                .stream()
                .map(Numbered::shift)
                .toList();
    }

    private static Numbered numbered(ResultSet row, int number) throws SQLException {
        return new Numbered(
                row.getInt("position"),
                new UnmetShift(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getObject("work_date", LocalDate.class),
                        row.getString("shift"),
                        row.getInt("assigned"),
                        row.getInt("minimum"),
                        row.getInt("desired"),
                        row.getString("reason"),
                        row.getInt("people"),
                        RuleCounts.counts(row.getString("blocked"))));
    }

    void insert(UUID planId, List<UnmetShift> shifts) {
        batches.batchUpdate(
                """
                insert into unmet_shift (plan_id, position, institution_id, work_date, shift, assigned, minimum, desired, reason,
                    people, blocked) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, shifts.size())
                        .mapToObj(position -> {
                            UnmetShift shift = shifts.get(position);
                            return new Object[] {
                                Ids.bytes(planId),
                                position,
                                Ids.bytes(shift.institutionId()),
                                shift.date(),
                                shift.shift(),
                                shift.assigned(),
                                shift.minimum(),
                                shift.desired(),
                                shift.reason(),
                                shift.people(),
                                RuleCounts.text(shift.blocked())
                            };
                        })
                        .toList());
    }
}
