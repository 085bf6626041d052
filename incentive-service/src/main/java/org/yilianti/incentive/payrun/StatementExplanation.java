package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;

/** Explains a statement from the inputs and results of its run alone, down to the records of service. */
@Component
public class StatementExplanation {

    private final JdbcClient jdbc;

    StatementExplanation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a person earned at an institution: amount = institution's amount × point minutes ÷ institution's point minutes, by largest
     * remainder.
     *
     * @param preference of the pay scheme for institutions of its tier
     * @param institutionShareFen its share of the pool by population × score × preference
     * @param institutionAmountFen that and what came from institutions without points
     * @param amountFen with salary and allowances
     * @param fixedFen salary and allowances alone
     * @param pointMinutes weighted minutes × quality × coefficient, exact
     */
    public record Line(
            UUID institution,
            String institutionCode,
            String institutionName,
            @Nullable String institutionNameEn,
            long population,
            BigDecimal score,
            BigDecimal preference,
            long institutionShareFen,
            long institutionAmountFen,
            BigDecimal institutionPointMinutes,
            BigDecimal weightedMinutes,
            BigDecimal quality,
            String title,
            BigDecimal coefficient,
            BigDecimal pointMinutes,
            long amountFen,
            long fixedFen) {}

    /** What a term of the pay scheme gave besides points at an institution. */
    public record Given(UUID institution, String term, BigDecimal quantity, long amountFen) {}

    /** What the scheme gave a person besides points, everywhere. */
    public List<Given> given(PayRunId run, UUID member) {
        return jdbc.sql("""
                        select institution_id, term, quantity, amount_fen from pay_component
                        where run_id = ? and member_id = ? order by institution_id, term
                        """)
                .param(run.bytes())
                .param(Ids.bytes(member))
                .query((row, number) -> new Given(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("term"),
                        row.getBigDecimal("quantity"),
                        row.getLong("amount_fen")))
                .list();
    }

    /**
     * A record of service that counted, as it was when the run was calculated.
     *
     * @param callUp the emergency call-up under which it was delivered; null for ordinary service
     */
    public record CountedRecord(
            UUID id,
            long version,
            UUID institution,
            String kind,
            Instant startedAt,
            Instant endedAt,
            int minutes,
            boolean night,
            @Nullable String callUp,
            BigDecimal weight) {}

    /**
     * What of an earlier run was settled with this statement: what it should have given at the institution less what was given.
     *
     * @param amountFen what of that is settled here; the rest is left to the next run
     */
    public record Corrected(
            PayRunId run, YearMonth month, UUID institution, long grantedFen, long shouldFen, long amountFen) {}

    /** What was corrected at all institutions, oldest run first. */
    public List<Corrected> corrections(PayRunId run, UUID member) {
        return jdbc.sql("""
                        select c.*, r.month from pay_correction c join pay_run r on r.id = c.corrected_run_id
                        where c.run_id = ? and c.member_id = ? order by c.corrected_run_id, c.institution_id
                        """)
                .param(run.bytes())
                .param(Ids.bytes(member))
                .query((row, number) -> new Corrected(
                        new PayRunId(Ids.uuid(row.getBytes("corrected_run_id"))),
                        YearMonth.parse(row.getString("month")),
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getLong("granted_fen"),
                        row.getLong("should_fen"),
                        row.getLong("amount_fen")))
                .list();
    }

    /** The lines of a person's statement that are in scope, by institution code. */
    public List<Line> lines(PayRunId run, UUID member, InstitutionScope scope) {
        return jdbc.sql("""
                        select i.institution_id, i.code, i.name, i.name_en, i.population, i.score, i.preference, h.share_fen,
                            h.amount_fen as institution_amount, h.point_minutes as institution_points, l.weighted_minutes, p.quality,
                            p.title, p.coefficient, l.point_minutes, l.amount_fen, l.fixed_fen
                        from pay_line l
                        join pay_input_person p on p.run_id = l.run_id and p.member_id = l.member_id
                        join pay_input_institution i on i.run_id = l.run_id and i.institution_id = l.institution_id
                        join pay_share h on h.run_id = l.run_id and h.institution_id = l.institution_id
                        where l.run_id = :run and l.member_id = :member and %s order by i.code
                        """.formatted(scope.sql("i.code")))
                .param("run", run.bytes())
                .param("member", Ids.bytes(member))
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Line(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getLong("population"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("preference"),
                        row.getLong("share_fen"),
                        row.getLong("institution_amount"),
                        row.getBigDecimal("institution_points"),
                        row.getBigDecimal("weighted_minutes"),
                        row.getBigDecimal("quality"),
                        row.getString("title"),
                        row.getBigDecimal("coefficient"),
                        row.getBigDecimal("point_minutes"),
                        row.getLong("amount_fen"),
                        row.getLong("fixed_fen")))
                .list();
    }

    /** All records of a person that counted, in order of time. */
    public List<CountedRecord> records(PayRunId run, UUID member) {
        return jdbc.sql("""
                        select record_id, record_version, institution_id, kind, started_at, ended_at, minutes, night,
                            call_up, weight
                        from pay_input_record where run_id = ? and member_id = ? order by started_at, record_id
                        """)
                .param(run.bytes())
                .param(Ids.bytes(member))
                .query((row, number) -> new CountedRecord(
                        Ids.uuid(row.getBytes("record_id")),
                        row.getLong("record_version"),
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("kind"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getInt("minutes"),
                        row.getBoolean("night"),
                        row.getString("call_up"),
                        row.getBigDecimal("weight")))
                .list();
    }
}
