package org.yilianti.incentive.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.platform.web.PageRequest;

/** The lines of pay files. */
@Component
public class PayFileLines {

    /** People of a paid run who are owed: no attempt of theirs is on its way or has arrived. */
    private static final String OPEN = """
            from pay_payment y
            join pay_input_person p on p.run_id = y.run_id and p.member_id = y.member_id
            left join payee_account a on a.association_id = y.association_id and a.staff_no = p.staff_no
            where y.run_id = :run and not exists (select 1 from pay_file_line l where l.run_id = y.run_id
                and l.member_id = y.member_id and l.attempt is not null and l.return_id is null)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PersonalDataCipher cipher;

    PayFileLines(JdbcClient jdbc, JdbcTemplate batches, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.cipher = cipher;
    }

    /** How many people of a run are owed and have no account to be paid on. */
    public long withoutAccount(PayRunId run) {
        return jdbc.sql("select count(distinct y.member_id) " + OPEN + " and a.staff_no is null")
                .param("run", run.bytes())
                .query(Long.class)
                .single();
    }

    /** Writes a line for everybody who is owed and has an account, by staff number. */
    void insertOpen(PayFileId file, PayRunId run) {
        jdbc.sql("""
                        insert into pay_file_line (file_id, line_no, association_id, run_id, member_id, staff_no, attempt, holder,
                            bank, bank_code, account_sealed, account_end, account_entered_by, amount_fen)
                        select :file, row_number() over (order by p.staff_no), y.association_id, y.run_id, y.member_id, p.staff_no,
                            1 + (select count(*) from pay_file_line b where b.run_id = y.run_id and b.member_id = y.member_id
                                and b.attempt is not null),
                            a.holder, a.bank, a.bank_code, a.account_sealed, a.account_end, a.entered_by, y.amount_fen
                        """ + OPEN + " and a.staff_no is not null")
                .param("file", file.bytes())
                .param("run", run.bytes())
                .update();
    }

    /** All lines of a file, in order. */
    public List<PayFileLine> all(PayFileId file) {
        return jdbc.sql("select * from pay_file_line where file_id = ? order by line_no")
                .param(file.bytes())
                .query(PayFileLines::line)
                .list();
    }

    /** A page of a file's lines; only those that came back, or did not, unless null. */
    public List<PayFileLine> list(PayFileId file, @Nullable Boolean returned, PageRequest page) {
        return jdbc.sql("""
                        select * from pay_file_line where file_id = :file and line_no > :after
                            and (:returned is null or (return_id is not null) = :returned)
                        order by line_no limit :size
                        """)
                .param("file", file.bytes())
                .param("after", page.after() == null ? 0 : page.after().number(0))
                .param("returned", returned)
                .param("size", page.fetchSize())
                .query(PayFileLines::line)
                .list();
    }

    /** The account numbers of a file's lines, by line. */
    Map<Integer, String> numbers(PayFileId file) {
        return jdbc
                .sql("select line_no, account_sealed from pay_file_line where file_id = ?")
                .param(file.bytes())
                .query((row, number) -> Map.entry(row.getInt(1), cipher.decrypt(row.getBytes(2))))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<String> accountsEnteredBy(PayFileId file) {
        return new HashSet<>(jdbc.sql("select distinct account_entered_by from pay_file_line where file_id = ?")
                .param(file.bytes())
                .query(String.class)
                .list());
    }

    /** Frees the attempts of a file that will never be sent. */
    void discard(PayFileId file) {
        jdbc.sql("update pay_file_line set attempt = null where file_id = ?")
                .param(file.bytes())
                .update();
    }

    /** Marks lines as sent back by the bank. */
    void giveBack(UUID id, PayFile file, Map<Integer, String> reasons, Money total, String teller, Instant now) {
        jdbc.sql("""
                        insert into pay_file_return (id, file_id, association_id, line_count, total_fen, told_by, told_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(id),
                        file.id().bytes(),
                        Ids.bytes(file.association()),
                        reasons.size(),
                        total.fen(),
                        teller,
                        Timestamp.from(now))
                .update();
        batches.batchUpdate(
                "update pay_file_line set return_id = ?, return_reason = ? where file_id = ? and line_no = ?",
                reasons.entrySet().stream()
                        .map(one -> new Object[] {
                            Ids.bytes(id), one.getValue(), file.id().bytes(), one.getKey()
                        })
                        .toList());
    }

    private static PayFileLine line(ResultSet row, int number) throws SQLException {
        return new PayFileLine(
                row.getInt("line_no"),
                Ids.uuid(row.getBytes("member_id")),
                row.getString("staff_no"),
                row.getInt("attempt"),
                row.getString("holder"),
                row.getString("bank"),
                row.getString("bank_code"),
                row.getString("account_end"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("return_reason"));
    }
}
