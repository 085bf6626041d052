package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The simulations of an association's runs. */
@Component
public class PaySimulations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PaySimulations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The simulation; refuses (404) when the association has none of this id. */
    public PaySimulation get(UUID association, UUID id) {
        return jdbc.sql("select * from pay_simulation where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(PaySimulations::simulation)
                .optional()
                .orElseThrow(() -> Refusal.notFound("payrun.simulation-not-found", id));
    }

    /** A page of a run's simulations, oldest first. */
    public List<PaySimulation> ofRun(UUID association, PayRunId run, PageRequest page) {
        return jdbc.sql(
                        "select * from pay_simulation where association_id = ? and run_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(run.bytes())
                .param(page.afterId())
                .param(page.fetchSize())
                .query(PaySimulations::simulation)
                .list();
    }

    void insert(PaySimulation simulation, PayCalculation simulated) {
        SchemeId scheme = simulation.scheme();
        PaySchemeId payScheme = simulation.payScheme();
        jdbc.sql("""
                        insert into pay_simulation (id, association_id, run_id, name, scheme_id, pay_scheme_id, settings, pool_fen,
                            created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(simulation.id()))
                .param(Ids.bytes(simulation.association()))
                .param(simulation.run().bytes())
                .param(simulation.name())
                .param(scheme == null ? null : scheme.bytes())
                .param(payScheme == null ? null : payScheme.bytes())
                .param(simulation.settings())
                .param(simulation.pool().fen())
                .param(simulation.createdBy())
                .param(Timestamp.from(simulation.createdAt()))
                .update();
        insertActual(simulation);
        addSimulated(simulation, simulated);
    }

    private void insertActual(PaySimulation simulation) {
        jdbc.sql("""
                        insert into pay_simulation_line (simulation_id, staff_no, institution_code, association_id, title, tier,
                            actual_fen, simulated_fen)
                        select :simulation, p.staff_no, i.code, l.association_id, p.title, coalesce(d.tier, ''),
                            l.amount_fen + coalesce((select sum(c.amount_fen) from pay_correction c where c.run_id = l.run_id
                                and c.member_id = l.member_id and c.institution_id = l.institution_id), 0), 0
                        from pay_line l
                        join pay_input_person p on p.run_id = l.run_id and p.member_id = l.member_id
                        join pay_input_institution i on i.run_id = l.run_id and i.institution_id = l.institution_id
                        left join directory_institution d on d.id = l.institution_id
                        where l.run_id = :run
                        """)
                .param("simulation", Ids.bytes(simulation.id()))
                .param("run", simulation.run().bytes())
                .update();
    }

    private void addSimulated(PaySimulation simulation, PayCalculation simulated) {
        byte[] id = Ids.bytes(simulation.id());
        byte[] run = simulation.run().bytes();
        String add = """
                update pay_simulation_line set simulated_fen = simulated_fen + ?
                where simulation_id = ? and staff_no = ? and institution_code = (
                    select code from pay_input_institution where run_id = ? and institution_id = ?)
                """;
        batches.batchUpdate(
                add,
                simulated.lines().stream()
                        .map(line -> new Object[] {
                            line.amount().fen(),
                            id,
                            line.work().staffNo(),
                            run,
                            Ids.bytes(line.work().institution())
                        })
                        .toList());
        batches.batchUpdate(
                add,
                simulated.corrections().stream()
                        .map(one ->
                                new Object[] {one.taken().fen(), id, one.staffNo(), run, Ids.bytes(one.institution())})
                        .toList());
    }

    private static PaySimulation simulation(ResultSet row, int number) throws SQLException {
        byte @Nullable [] scheme = row.getBytes("scheme_id");
        byte @Nullable [] payScheme = row.getBytes("pay_scheme_id");
        return new PaySimulation(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                row.getString("name"),
                scheme == null ? null : new SchemeId(Ids.uuid(scheme)),
                payScheme == null ? null : new PaySchemeId(Ids.uuid(payScheme)),
                row.getString("settings"),
                Money.ofFen(row.getLong("pool_fen")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}
