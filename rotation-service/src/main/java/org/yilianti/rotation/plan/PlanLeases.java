package org.yilianti.rotation.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The queue of plans to solve, and who is solving which. */
@Repository
class PlanLeases {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final MonthlyPlans plans;

    PlanLeases(JdbcClient jdbc, JdbcTemplate template, MonthlyPlans plans) {
        this.jdbc = jdbc;
        this.template = template;
        this.plans = plans;
    }

    /** The oldest plan that waits, or whose worker gave no sign of life; held until the transaction ends. */
    Optional<MonthlyPlan> lockNext(Instant now) {
        return plans
                .withInstitutions(jdbc.sql(MonthlyPlans.SELECT.formatted(
                                        "p.status = 'queued' or (p.status = 'solving' and p.lease_until < ?)")
                                + " order by p.requested_at limit 1 for update skip locked")
                        .param(Timestamp.from(now))
                        .query(MonthlyPlans::plan)
                        .list())
                .stream()
                .findFirst();
    }

    void lease(MonthlyPlan claimed, UUID owner, Instant until) {
        plans.update(claimed);
        template.update(
                "update roster_plan set lease_owner = ?, lease_until = ? where id = ?",
                Ids.bytes(owner),
                Timestamp.from(until),
                Ids.bytes(claimed.id()));
    }

    /** Prolongs the lease; false when another worker has taken the plan over or it was cancelled. */
    boolean renew(UUID id, UUID owner, Instant until) {
        return template.update(
                        "update roster_plan set lease_until = ? where id = ? and lease_owner = ? and status = 'solving'",
                        Timestamp.from(until),
                        Ids.bytes(id),
                        Ids.bytes(owner))
                == 1;
    }

    /** Gives the plan back at once, so that nobody waits for the lease to run out. */
    void release(UUID id, UUID owner) {
        template.update(
                "update roster_plan set status = 'queued', lease_owner = null, lease_until = null where id = ? and lease_owner = ? and status = 'solving'",
                Ids.bytes(id),
                Ids.bytes(owner));
    }
}
