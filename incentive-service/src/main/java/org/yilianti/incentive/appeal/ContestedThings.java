package org.yilianti.incentive.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Finds what an appeal is about among the announced statements of a person. */
@Component
class ContestedThings {

    private static final String LINE = """
            select s.id, s.run_id, s.member_id, p.staff_no, i.institution_id, i.code, r.created_by, r.calculated_by, r.reviewed_by,
                (select max(t.occurred_at) from pay_run_step t where t.run_id = r.id and t.status = 'noticed') as noticed_at,
                (select q.entered_by from evaluation_quality q
                    where q.evaluation_id = r.evaluation_id and q.staff_no = p.staff_no) as quality_by,
                (select m.entered_by from evaluation_measure m where m.evaluation_id = r.evaluation_id
                    and m.institution_id = i.institution_id and m.indicator = :indicator) as measured_by
            from pay_statement s
            join pay_run r on r.id = s.run_id
            join pay_input_person p on p.run_id = s.run_id and p.member_id = s.member_id
            join pay_line l on l.run_id = s.run_id and l.member_id = s.member_id
            join pay_input_institution i on i.run_id = l.run_id and i.institution_id = l.institution_id
            where s.association_id = :association and s.id = :statement and p.staff_no = :staffNo and i.code = :code
                and r.status in ('noticed', 'final', 'paid')
            """;

    private final JdbcClient jdbc;
    private final AppealSettings settings;

    ContestedThings(JdbcClient jdbc, AppealSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whether an indicator of the run's evaluation counted there. */
    private record Found(Contested contested, boolean measured) {}

    /**
     * The line of an announced statement of this person, or an indicator behind it.
     *
     * @param indicator empty for the line itself
     * @throws Refusal 404 when the person has no such line; 422 when its institution was not scored by such an indicator
     */
    Contested find(UUID association, UUID statement, String staffNo, String institutionCode, String indicator) {
        Found found = jdbc.sql(LINE)
                .param("association", Ids.bytes(association))
                .param("statement", Ids.bytes(statement))
                .param("staffNo", staffNo)
                .param("code", institutionCode)
                .param("indicator", indicator)
                .query((row, number) -> found(row, indicator))
                .optional()
                .orElseThrow(() -> Refusal.notFound("appeal.line-not-found", institutionCode));
        if (!indicator.isEmpty() && !found.measured()) {
            throw Refusal.invalid("appeal.indicator-unknown", institutionCode, indicator)
                    .at("/indicator");
        }
        return found.contested();
    }

    private Found found(ResultSet row, String indicator) throws SQLException {
        String measuredBy = row.getString("measured_by");
        LocalDate noticed = LocalDate.ofInstant(row.getTimestamp("noticed_at").toInstant(), settings.zone());
        Contested contested = new Contested(
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("member_id")),
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("code"),
                indicator,
                noticed,
                involved(
                        row.getString("created_by"),
                        row.getString("calculated_by"),
                        row.getString("reviewed_by"),
                        indicator.isEmpty() ? row.getString("quality_by") : measuredBy));
        return new Found(contested, measuredBy != null);
    }

    private static Set<String> involved(@Nullable String... names) {
        return Stream.of(names).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }
}
