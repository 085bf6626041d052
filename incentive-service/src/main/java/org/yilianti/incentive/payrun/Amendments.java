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
                            amended) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(Ids.next()))
                .param(Ids.bytes(association))
                .param(one.run().bytes())
                .param(Ids.bytes(one.cause()))
                .param(one.kind().code())
                .param(Ids.bytesOrNull(one.member()))
                .param(Ids.bytesOrNull(one.institution()))
                .param(one.indicator())
                .param(one.amended())
                .update();
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
                Ids.uuid(row.getBytes("cause_id")),
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
