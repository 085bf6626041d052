package org.yilianti.incentive.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The pay files of an association. */
@Component
public class PayFiles {

    private static final String FILES = "select f.*, r.month from pay_file f join pay_run r on r.id = f.run_id ";

    private final JdbcClient jdbc;

    PayFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The file; refuses (404) when the association has none of this id. */
    public PayFile get(UUID association, PayFileId id) {
        return find(association, id).orElseThrow(() -> Refusal.notFound("payout.file-not-found", id.value()));
    }

    /** A page of files, oldest first; of one run, unless that is null. */
    public List<PayFile> list(UUID association, @Nullable UUID run, PageRequest page) {
        return jdbc.sql(FILES + """
                        where f.association_id = :association and (:run is null or f.run_id = :run) and f.id > :after
                        order by f.id limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("run", Ids.bytesOrNull(run))
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .query(PayFiles::file)
                .list();
    }

    /** As {@link #get}, locked until the end of the transaction. */
    PayFile lock(UUID association, PayFileId id) {
        jdbc.sql("select id from pay_file where id = ? for update")
                .param(id.bytes())
                .query((row, number) -> number)
                .optional();
        return get(association, id);
    }

    void insert(PayFile file) {
        jdbc.sql("""
                        insert into pay_file (id, association_id, version, run_id, status, line_count, total_fen, prepared_by,
                            prepared_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(file.id().bytes())
                .param(Ids.bytes(file.association()))
                .param(file.version())
                .param(file.run().bytes())
                .param(file.status().code())
                .param(file.lines())
                .param(file.total().fen())
                .param(file.preparedBy())
                .param(Timestamp.from(file.preparedAt()))
                .update();
    }

    /** Keeps how much a file came to, once its lines are written. */
    void complete(PayFile file) {
        jdbc.sql("update pay_file set line_count = ?, total_fen = ? where id = ?")
                .params(file.lines(), file.total().fen(), file.id().bytes())
                .update();
    }

    void update(PayFile file) {
        Instant releasedAt = file.releasedAt();
        jdbc.sql("update pay_file set version = ?, status = ?, released_by = ?, released_at = ? where id = ?")
                .param(file.version())
                .param(file.status().code())
                .param(file.releasedBy())
                .param(releasedAt == null ? null : Timestamp.from(releasedAt))
                .param(file.id().bytes())
                .update();
    }

    private Optional<PayFile> find(UUID association, PayFileId id) {
        return jdbc.sql(FILES + "where f.association_id = ? and f.id = ?")
                .params(Ids.bytes(association), id.bytes())
                .query(PayFiles::file)
                .optional();
    }

    private static PayFile file(ResultSet row, int number) throws SQLException {
        Timestamp releasedAt = row.getTimestamp("released_at");
        return new PayFile(
                new PayFileId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new PayRunId(Ids.uuid(row.getBytes("run_id"))),
                YearMonth.parse(row.getString("month")),
                PayFileStatus.of(row.getString("status")),
                row.getInt("line_count"),
                Money.ofFen(row.getLong("total_fen")),
                row.getString("prepared_by"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getString("released_by"),
                releasedAt == null ? null : releasedAt.toInstant());
    }
}
