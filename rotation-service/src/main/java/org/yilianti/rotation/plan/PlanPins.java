package org.yilianti.rotation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.solver.RefusedPin;

/** The pins of all plans. */
@Repository
public class PlanPins {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlanPins(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** By date and person; who may see the plan may see these. */
    public List<PlanPin> of(UUID planId) {
        return jdbc.sql("select * from plan_pin where plan_id = ? order by work_date, member_id")
                .param(Ids.bytes(planId))
                .query((row, number) -> new PlanPin(
                        Ids.uuid(row.getBytes("member_id")),
                        row.getObject("work_date", LocalDate.class),
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("shift"),
                        row.getString("refused_rule")))
                .list();
    }

    /** Puts these pins in the place of all that the plan had. */
    void replace(UUID planId, List<PlanPin> pins, String pinnedBy) {
        jdbc.sql("delete from plan_pin where plan_id = ?")
                .param(Ids.bytes(planId))
                .update();
        batches.batchUpdate(
                """
                insert into plan_pin (plan_id, member_id, work_date, institution_id, shift, pinned_by) values (?, ?, ?, ?, ?, ?)
                """,
                pins.stream()
                        .map(pin -> new Object[] {
                            Ids.bytes(planId),
                            Ids.bytes(pin.memberId()),
                            pin.date(),
                            Ids.bytes(pin.institutionId()),
                            pin.shift(),
                            pinnedBy
                        })
                        .toList());
    }

    /** Keeps which pins the rules left no room for when the plan was solved. */
    void markRefused(UUID planId, List<Refused> refused) {
        batches.batchUpdate(
                "update plan_pin set refused_rule = ? where plan_id = ? and member_id = ? and work_date = ?",
                refused.stream()
                        .map(one -> new Object[] {one.rule(), Ids.bytes(planId), Ids.bytes(one.memberId()), one.date()})
                        .toList());
    }

    /** A pin that could not be kept. */
    record Refused(UUID memberId, LocalDate date, String rule) {

        static Refused of(RefusedPin pin, MonthlyProblem problem) {
            return new Refused(
                    UUID.fromString(pin.pin().person()),
                    problem.problem().horizon().date(pin.pin().day()),
                    pin.violations().getFirst().rule().code());
        }
    }
}
