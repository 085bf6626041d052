package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** What was decided about the inputs of runs after they were calculated; append-only. */
@Component
public class Amendments {

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a decision found; the next run over the same institutions settles it. */
    public void add(UUID association, Amendment one) {
        jdbc.sql("""
                        insert into pay_amendment (id, association_id, run_id, cause_id, kind, member_id, institution_id, indicator,
                            amended, origin) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(Ids.next()))
                .param(Ids.bytes(association))
                .param(one.run().bytes())
                .param(Ids.bytes(one.cause().id()))
                .param(one.kind().code())
                .param(Ids.bytesOrNull(one.member()))
                .param(Ids.bytesOrNull(one.institution()))
                .param(one.indicator())
                .param(one.amended())
                .param(one.cause().origin().code())
                .update();
    }

    /** Keeps which decisions the corrections of an earlier run follow from that a run has taken. */
    void name(PayRunId run, PayRunId corrected) {
        jdbc.sql("""
                        insert into pay_correction_cause (run_id, corrected_run_id, cause_id, association_id)
                        select :run, a.run_id, a.cause_id, a.association_id from pay_amendment a
                        where a.run_id = :corrected and exists (select 1 from pay_correction c
                            where c.run_id = :run and c.corrected_run_id = :corrected
                                and (a.member_id is null or c.member_id = a.member_id)
                                and (a.institution_id is null or c.institution_id = a.institution_id))
                        """)
                .param("run", run.bytes())
                .param("corrected", corrected.bytes())
                .update();
    }

    /**
     * A decision that a person's corrections follow from.
     *
     * @param institution null when it is about the person wherever they worked
     * @param amountFen of the person alone; null otherwise
     */
    public record Named(
            PayRunId corrected,
            @Nullable UUID institution,
            Amendment.Cause cause,
            @Nullable Long amountFen) {

        /** Whether it bears on what an earlier run gave at an institution. */
        public boolean bearsOn(PayRunId run, UUID at) {
            return corrected.equals(run) && (institution == null || institution.equals(at));
        }
    }

    /** The decisions that the corrections on a person's statement of a run follow from, oldest first. */
    public List<Named> named(PayRunId run, UUID member) {
        return jdbc.sql("""
                        select a.* from pay_correction_cause c join pay_amendment a on a.cause_id = c.cause_id
                        where c.run_id = ? and (a.member_id is null or a.member_id = ?) order by a.id
                        """).params(run.bytes(), Ids.bytes(member)).query(Amendments::amendment).list().stream()
                .map(one -> new Named(
                        one.run(),
                        one.institution(),
                        one.cause(),
                        one.kind() == Amendment.Kind.AMOUNT ? one.amended().longValueExact() : null))
                .toList();
    }

    /** All of a run, oldest first. */
    List<Amendment> of(PayRunId run) {
        return jdbc.sql("select * from pay_amendment where run_id = ? order by id")
                .param(run.bytes())
                .query(Amendments::amendment)
                .list();
    }

    private static Amendment amendment(ResultSet row, int number) throws SQLException {
        return new Amendment(
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                new Amendment.Cause(
                        Amendment.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                        Ids.uuid(row.getBytes("cause_id"))),
                Amendment.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                id(row.getBytes("member_id")),
                id(row.getBytes("institution_id")),
                row.getString("indicator"),
                row.getBigDecimal("amended"));
    }

    private static @Nullable UUID id(byte @Nullable [] bytes) {
        return bytes == null ? null : Ids.uuid(bytes);
    }
}
