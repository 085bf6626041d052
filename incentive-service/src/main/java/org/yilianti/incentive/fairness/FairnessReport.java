package org.yilianti.incentive.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRun;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Computes how fairly a run pays. */
@Component
public class FairnessReport {

    private static final int TENTHS = 10;
    private static final String UNKNOWN = "unknown";

    private final JdbcClient jdbc;

    FairnessReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How fairly a run pays.
     *
     * @param lorenz share of all pay of the poorest 0, 10, …, 100 per cent
     * @param correlation of minutes served and pay over people, −1 to 1
     * @param byWorkload people from those who served least to those who served most, in at most ten parts of equal size
     */
    public record Fairness(
            Spread all,
            Map<String, Spread> byTier,
            Map<String, Spread> byInstitution,
            Map<String, Spread> byTitle,
            Map<String, Spread> bySex,
            List<BigDecimal> lorenz,
            BigDecimal correlation,
            List<WorkloadPart> byWorkload) {}

    /** People of similar workload, and their means. */
    public record WorkloadPart(int people, long meanMinutes, long meanFen) {}

    private record Line(String staffNo, String institution, String tier, String title, String sex, Earning earning) {}

    /** The report; refuses (409) a run that is not calculated. */
    public Fairness of(PayRun run) {
        List<Line> lines = lines(List.of(run.id()));
        if (lines.isEmpty()) {
            throw Refusal.conflict("payrun.not-calculated", run.status().code());
        }
        return of(lines);
    }

    /** How fairly all calculated runs of a month pay together; refuses (404) a month without any. */
    public Fairness of(UUID association, YearMonth month) {
        List<PayRunId> runs = jdbc.sql("""
                        select id from pay_run where association_id = ? and month = ? and status not in ('draft', 'cancelled')
                        """)
                .params(Ids.bytes(association), month.toString())
                .query((row, number) -> new PayRunId(Ids.uuid(row.getBytes("id"))))
                .list();
        if (runs.isEmpty()) {
            throw Refusal.notFound("payrun.none-of-month", month.toString());
        }
        return of(lines(runs));
    }

    private static Fairness of(List<Line> lines) {
        Collection<Earning> people = perPerson(lines).values();
        return new Fairness(
                Spread.of(people),
                spreads(lines, Line::tier),
                spreads(lines, Line::institution),
                spreads(lines, Line::title),
                spreads(lines, Line::sex),
                Spread.lorenz(people),
                Spread.correlation(people),
                byWorkload(people));
    }

    private static Map<String, Earning> perPerson(List<Line> lines) {
        Map<String, Earning> people = new HashMap<>();
        lines.forEach(line -> people.merge(line.staffNo(), line.earning(), Earning::plus));
        return people;
    }

    private static Map<String, Spread> spreads(List<Line> lines, Function<Line, String> group) {
        Map<String, List<Line>> groups = new TreeMap<>();
        lines.forEach(line -> groups.computeIfAbsent(group.apply(line), name -> new ArrayList<>())
                .add(line));
        Map<String, Spread> spreads = new TreeMap<>();
        groups.forEach((name, members) ->
                spreads.put(name, Spread.of(perPerson(members).values())));
        return spreads;
    }

    private static List<WorkloadPart> byWorkload(Collection<Earning> people) {
        List<Earning> sorted = people.stream()
                .sorted(Comparator.comparingLong(Earning::minutes).thenComparingLong(Earning::fen))
                .toList();
        List<WorkloadPart> parts = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            List<Earning> part = sorted.subList(
                    (int) ((long) sorted.size() * tenth / TENTHS), (int) ((long) sorted.size() * (tenth + 1) / TENTHS));
            if (!part.isEmpty()) {
                Spread spread = Spread.of(part);
                long minutes = part.stream().mapToLong(Earning::minutes).sum();
                parts.add(new WorkloadPart(part.size(), minutes / part.size(), spread.meanFen()));
            }
        }
        return parts;
    }

    /** Several runs pay for the same service, which counts once. */
    private List<Line> lines(List<PayRunId> runs) {
        return jdbc.sql("""
                        select staff_no, code, tier, max(title) as title, sex, max(minutes) as minutes, sum(fen) as fen from (
                        select p.staff_no, i.code, coalesce(d.tier, :unknown) as tier, p.title, coalesce(m.sex, :unknown) as sex,
                            coalesce(w.minutes, 0) as minutes, l.amount_fen + coalesce((select sum(c.amount_fen)
                                from pay_correction c where c.run_id = l.run_id and c.member_id = l.member_id
                                and c.institution_id = l.institution_id), 0) as fen
                        from pay_line l
                        join pay_input_person p on p.run_id = l.run_id and p.member_id = l.member_id
                        join pay_input_institution i on i.run_id = l.run_id and i.institution_id = l.institution_id
                        left join directory_institution d on d.id = l.institution_id
                        left join directory_member m on m.id = l.member_id
                        left join (select run_id, member_id, institution_id, sum(minutes) as minutes from pay_input_record
                            where run_id in (:runs) group by run_id, member_id, institution_id) w
                            on w.run_id = l.run_id and w.member_id = l.member_id and w.institution_id = l.institution_id
                        where l.run_id in (:runs)) line group by staff_no, code, tier, sex
                        """)
                .param("unknown", UNKNOWN)
                .param("runs", runs.stream().map(PayRunId::bytes).toList())
                .query((row, number) -> new Line(
                        row.getString("staff_no"),
                        row.getString("code"),
                        row.getString("tier"),
                        row.getString("title"),
                        row.getString("sex"),
                        new Earning(row.getLong("minutes"), row.getLong("fen"))))
                .list();
    }
}
