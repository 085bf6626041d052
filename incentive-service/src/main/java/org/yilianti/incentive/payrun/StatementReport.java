package org.yilianti.incentive.payrun;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** Reads statements, as far as a caller's institutions reach. */
@Component
public class StatementReport {

    private static final String LINES = """
            from pay_statement s
            join pay_run r on r.id = s.run_id and r.statements > 0
            join pay_input_person p on p.run_id = s.run_id and p.member_id = s.member_id
            join pay_line l on l.run_id = s.run_id and l.member_id = s.member_id
            join pay_input_institution i on i.run_id = l.run_id and i.institution_id = l.institution_id
            """;
    private static final String COLUMNS =
            "s.id, s.run_id, s.member_id, r.month, r.kind, p.staff_no, p.name, p.name_latin";
    private static final String AMOUNT = """
            sum(l.amount_fen + coalesce((select sum(c.amount_fen) from pay_correction c
                where c.run_id = l.run_id and c.member_id = l.member_id and c.institution_id = l.institution_id), 0))\
            """;
    private static final String SHOWN_TO_STAFF = "r.status in ('noticed', 'final', 'paid')";

    private final JdbcClient jdbc;

    StatementReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person's pay of a run.
     *
     * @param amountFen sum of the lines in scope and of what was corrected at their institutions
     */
    public record Statement(
            UUID id,
            PayRunId run,
            UUID member,
            YearMonth month,
            String kind,
            String staffNo,
            String name,
            @Nullable String nameLatin,
            long amountFen) {}

    /** A page of a run's statements with lines in scope, by staff number. */
    public List<Statement> ofRun(UUID association, PayRunId run, InstitutionScope scope, PageRequest page) {
        return jdbc.sql("select " + COLUMNS + ", " + AMOUNT + " as amount " + LINES
                        + " where s.association_id = :association and s.run_id = :run and p.staff_no > :after and "
                        + scope.sql("i.code") + " group by " + COLUMNS + " order by p.staff_no limit :size")
                .param("association", Ids.bytes(association))
                .param("run", run.bytes())
                .param("after", page.after() == null ? "" : page.after().text(0))
                .param("size", page.fetchSize())
                .param("scopeCodes", scope.sqlCodes())
                .query(StatementReport::statement)
                .list();
    }

    /** A page of a person's own statements that were announced, newest first. */
    public List<Statement> own(UUID association, String staffNo, PageRequest page) {
        return jdbc.sql("select " + COLUMNS + ", " + AMOUNT + " as amount " + LINES
                        + " where s.association_id = :association and p.staff_no = :staffNo and " + SHOWN_TO_STAFF
                        + " and (:after is null or s.id < :after) group by " + COLUMNS
                        + " order by s.id desc limit :size")
                .param("association", Ids.bytes(association))
                .param("staffNo", staffNo)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(StatementReport::statement)
                .list();
    }

    /** A statement with a line in scope. */
    public Optional<Statement> get(UUID association, UUID id, InstitutionScope scope) {
        return jdbc.sql("select " + COLUMNS + ", " + AMOUNT + " as amount " + LINES
                        + " where s.association_id = :association and s.id = :id and " + scope.sql("i.code")
                        + " group by " + COLUMNS)
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(StatementReport::statement)
                .optional();
    }

    /** An announced statement of the person with this staff number. */
    public Optional<Statement> getOwn(UUID association, UUID id, String staffNo) {
        return jdbc.sql("select " + COLUMNS + ", " + AMOUNT + " as amount " + LINES
                        + " where s.association_id = :association and s.id = :id and p.staff_no = :staffNo and "
                        + SHOWN_TO_STAFF + " group by " + COLUMNS)
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("staffNo", staffNo)
                .query(StatementReport::statement)
                .optional();
    }

    private static Statement statement(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Statement(
                Ids.uuid(row.getBytes("id")),
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                Ids.uuid(row.getBytes("member_id")),
                YearMonth.parse(row.getString("month")),
                row.getString("kind"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("name_latin"),
                row.getLong("amount"));
    }
}
