package org.yilianti.incentive.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.platform.web.PageRequest;

/** The accounts of an association's people; numbers are sealed. */
@Component
public class PayeeAccounts {

    private static final String COLUMNS = """
            select association_id, staff_no, version, holder, bank, bank_code, account_end, entered_by, entered_at from payee_account
            """;

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;

    PayeeAccounts(JdbcClient jdbc, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The person's account. */
    public Optional<PayeeAccount> find(UUID association, String staffNo) {
        return jdbc.sql(COLUMNS + " where association_id = ? and staff_no = ?")
                .params(Ids.bytes(association), staffNo)
                .query(PayeeAccounts::account)
                .optional();
    }

    /** A page of accounts, by staff number. */
    public List<PayeeAccount> list(UUID association, PageRequest page) {
        return jdbc.sql(COLUMNS + " where association_id = ? and staff_no > ? order by staff_no limit ?")
                .param(Ids.bytes(association))
                .param(page.after() == null ? "" : page.after().text(0))
                .param(page.fetchSize())
                .query(PayeeAccounts::account)
                .list();
    }

    void insert(PayeeAccount account, String number) {
        jdbc.sql("""
                        insert into payee_account (holder, bank, bank_code, account_sealed, account_end, entered_by, entered_at,
                            version, association_id, staff_no) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """).params(row(account, number)).update();
    }

    /** Replaces the version before; false when that is no longer the newest. */
    boolean replace(PayeeAccount account, String number) {
        return jdbc.sql("""
                        update payee_account set holder = ?, bank = ?, bank_code = ?, account_sealed = ?, account_end = ?,
                            entered_by = ?, entered_at = ?, version = ?
                        where association_id = ? and staff_no = ? and version = ?
                        """)
                        .params(row(account, number))
                        .param(account.version() - 1)
                        .update()
                == 1;
    }

    private List<Object> row(PayeeAccount account, String number) {
        return List.of(
                account.holder(),
                account.bank(),
                account.bankCode(),
                cipher.encrypt(number),
                account.end(),
                account.enteredBy(),
                Timestamp.from(account.enteredAt()),
                account.version(),
                Ids.bytes(account.association()),
                account.staffNo());
    }

    private static PayeeAccount account(ResultSet row, int number) throws SQLException {
        return new PayeeAccount(
                Ids.uuid(row.getBytes("association_id")),
                row.getString("staff_no"),
                row.getLong("version"),
                row.getString("holder"),
                row.getString("bank"),
                row.getString("bank_code"),
                row.getString("account_end"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }
}
