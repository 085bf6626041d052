package org.yilianti.incentive.payrun;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** Tells which records of service are not today as a run knew them: late, changed or withdrawn since. */
@Component
public class LateFacts {

    /** Records that count today, and records the run counted; each side names those that the other has not, or has otherwise. */
    private static final String FACTS = """
            select f.* from (
                select r.id, case when x.record_id is null then 'late' else 'changed' end as what, p.staff_no, i.code,
                    r.started_at, x.minutes as minutes_then, r.minutes as minutes_now
                from pay_run n
                join pay_input_institution i on i.run_id = n.id
                join directory_service_record r on r.association_id = n.association_id and r.month = n.month
                    and r.status = 'confirmed' and r.lawful and r.institution_id = i.institution_id
                left join pay_input_record x on x.run_id = n.id and x.record_id = r.id
                left join directory_member p on p.id = r.member_id and p.association_id = n.association_id
                where n.association_id = :association and n.id = :run and (x.record_id is null or x.minutes <> r.minutes
                    or x.kind <> r.kind or x.night <> r.night or not (x.call_up <=> r.call_up)
                    or x.member_id <> r.member_id or x.institution_id <> r.institution_id)
                union all
                select x.record_id, 'withdrawn', p.staff_no, i.code, x.started_at, x.minutes, null
                from pay_input_record x
                join pay_run n on n.id = x.run_id
                join pay_input_institution i on i.run_id = x.run_id and i.institution_id = x.institution_id
                join pay_input_person p on p.run_id = x.run_id and p.member_id = x.member_id
                where x.association_id = :association and x.run_id = :run and not exists (
                    select 1 from directory_service_record r join pay_input_institution c on c.run_id = :run
                        and c.institution_id = r.institution_id
                    where r.id = x.record_id and r.month = n.month and r.status = 'confirmed' and r.lawful)
            ) f
            """;

    private final JdbcClient jdbc;

    LateFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record that a settled run would see differently today.
     *
     * @param what late, changed or withdrawn
     * @param staffNo null for somebody not known here yet
     * @param minutesThen null when the run did not count it
     * @param minutesNow null when it no longer counts
     */
    public record LateFact(
            UUID recordId,
            String what,
            @Nullable String staffNo,
            String institutionCode,
            Instant startedAt,
            @Nullable Integer minutesThen,
            @Nullable Integer minutesNow) {}

    /** A page of them at the institutions in scope, by record. */
    public List<LateFact> since(UUID association, PayRunId run, InstitutionScope scope, PageRequest page) {
        return jdbc.sql(FACTS + " where f.id > :after and " + scope.sql("f.code") + " order by f.id limit :size")
                .param("association", Ids.bytes(association))
                .param("run", run.bytes())
                .param("scopeCodes", scope.sqlCodes())
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .query((row, number) -> new LateFact(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("what"),
                        row.getString("staff_no"),
                        row.getString("code"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getObject("minutes_then", Integer.class),
                        row.getObject("minutes_now", Integer.class)))
                .list();
    }

    /** Whether there are any. */
    boolean any(PayRun run) {
        return !jdbc.sql(FACTS + " limit 1")
                .param("association", Ids.bytes(run.association()))
                .param("run", run.id().bytes())
                .query((row, number) -> number)
                .list()
                .isEmpty();
    }
}
