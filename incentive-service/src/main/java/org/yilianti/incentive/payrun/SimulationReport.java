package org.yilianti.incentive.payrun;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PaySimulation.Difference;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.web.PageRequest;

/** Reads what a simulation would have changed, for groups and for people. */
@Component
public class SimulationReport {

    private final JdbcClient jdbc;

    SimulationReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people are grouped by. */
    public enum Grouping {
        INSTITUTION("institution_code"),
        TIER("tier"),
        TITLE("title");

        private final String column;

        Grouping(String column) {
            this.column = column;
        }
    }

    /**
     * A group's pay.
     *
     * @param people how many get anything in it
     */
    public record GroupDifference(
            String group, long people, long gaining, long losing, long actualFen, long simulatedFen) {}

    /** All groups of a kind, by name. */
    public List<GroupDifference> groups(UUID simulation, Grouping by) {
        return jdbc.sql("""
                        select %1$s as name, count(distinct staff_no) as people, sum(simulated_fen > actual_fen) as gaining,
                            sum(simulated_fen < actual_fen) as losing, sum(actual_fen) as actual, sum(simulated_fen) as simulated
                        from pay_simulation_line where simulation_id = ? group by %1$s order by %1$s
                        """.formatted(by.column))
                .param(Ids.bytes(simulation))
                .query((row, number) -> new GroupDifference(
                        row.getString("name"),
                        row.getLong("people"),
                        row.getLong("gaining"),
                        row.getLong("losing"),
                        row.getLong("actual"),
                        row.getLong("simulated")))
                .list();
    }

    /**
     * A page of people at institutions, whoever loses most first.
     *
     * @param institutionCode only there; null for everywhere
     * @param title only of this title; null for all
     */
    public List<Difference> differences(
            UUID simulation, @Nullable String institutionCode, @Nullable String title, PageRequest page) {
        return jdbc.sql("""
                        select d.* from (select l.*, simulated_fen - actual_fen as difference from pay_simulation_line l
                            where simulation_id = :simulation and (:institution is null or institution_code = :institution)
                                and (:title is null or title = :title)) d
                        where d.difference > :difference or (d.difference = :difference
                            and (d.staff_no > :staffNo or (d.staff_no = :staffNo and d.institution_code > :code)))
                        order by d.difference, d.staff_no, d.institution_code limit :size
                        """)
                .param("simulation", Ids.bytes(simulation))
                .param("institution", institutionCode)
                .param("title", title)
                .param(
                        "difference",
                        page.after() == null ? Long.MIN_VALUE : page.after().number(0))
                .param("staffNo", page.after() == null ? "" : page.after().text(1))
                .param("code", page.after() == null ? "" : page.after().text(2))
                .param("size", page.fetchSize())
                .query((row, number) -> new Difference(
                        row.getString("staff_no"),
                        row.getString("institution_code"),
                        row.getString("title"),
                        row.getString("tier"),
                        Money.ofFen(row.getLong("actual_fen")),
                        Money.ofFen(row.getLong("simulated_fen"))))
                .list();
    }
}
