package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.money.Money;

/** Takes the fingerprint of a run's stored result, some people at a time. */
@Component
class StoredDigest {

    private static final int PEOPLE = 5_000;

    private final JdbcClient jdbc;
    private final StoredInputs inputs;

    StoredDigest(JdbcClient jdbc, StoredInputs inputs) {
        this.jdbc = jdbc;
        this.inputs = inputs;
    }

    /** As {@link ResultDigest} of the result in memory. */
    String of(PayRunId run) {
        ResultDigest digest = new ResultDigest();
        digest.shares(inputs.shares(run));
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Optional<String> to = staffNumberAfter(run, after.get());
            digest.lines(lines(run, after.get(), to.orElse(null)));
            after = to;
        }
        digest.corrections(inputs.corrections(run));
        return digest.hex();
    }

    private Optional<String> staffNumberAfter(PayRunId run, String after) {
        return jdbc.sql(
                        "select staff_no from pay_input_person where run_id = ? and staff_no > ? order by staff_no limit 1 offset ?")
                .params(run.bytes(), after, PEOPLE - 1)
                .query(String.class)
                .optional();
    }

    private List<PayLine> lines(PayRunId run, String after, @Nullable String to) {
        return jdbc.sql("""
                        select p.staff_no, l.member_id, l.institution_id, l.weighted_minutes, p.quality, p.coefficient,
                            l.point_minutes, l.amount_fen, l.fixed_fen
                        from pay_input_person p join pay_line l on l.run_id = p.run_id and l.member_id = p.member_id
                        where p.run_id = :run and p.staff_no > :after and (:to is null or p.staff_no <= :to)
                        """)
                .param("run", run.bytes())
                .param("after", after)
                .param("to", to)
                .query(StoredDigest::line)
                .list();
    }

    private static PayLine line(ResultSet row, int number) throws SQLException {
        return new PayLine(
                StoredWork.work(row, number),
                row.getBigDecimal("point_minutes"),
                Money.ofFen(row.getLong("amount_fen")));
    }
}
