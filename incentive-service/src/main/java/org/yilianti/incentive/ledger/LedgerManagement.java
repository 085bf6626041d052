package org.yilianti.incentive.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.ids.Ids;

/** Books entries, within the transaction of what they book; there is no way to change or remove one. */
@Service
public class LedgerManagement {

    private final JdbcTemplate jdbc;
    private final LedgerPeriods periods;
    private final Clock clock;

    LedgerManagement(JdbcTemplate jdbc, LedgerPeriods periods, Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Books an entry in its month, or in the first open one when that is closed.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its source has an entry of its kind already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(LedgerEntry entry) {
        UUID id = Ids.next();
        jdbc.update(
                """
                insert into ledger_entry (id, association_id, period, kind, source_id, text, amount_fen, booked_by, booked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(id),
                Ids.bytes(entry.association()),
                periods.holdOpen(entry.association(), entry.month()).toString(),
                entry.kind().code(),
                Ids.bytes(entry.source()),
                entry.text(),
                entry.amount().fen(),
                entry.bookedBy(),
                Timestamp.from(clock.instant()));
        List<Object[]> rows = new ArrayList<>(entry.lines().size());
        for (LedgerLine line : entry.lines()) {
            rows.add(new Object[] {
                Ids.bytes(id),
                rows.size(),
                Ids.bytes(entry.association()),
                line.account().kind().code(),
                line.account().reference(),
                line.debit().fen(),
                line.credit().fen()
            });
        }
        jdbc.batchUpdate("""
                insert into ledger_line (entry_id, position, association_id, account_kind, account_reference, debit_fen, credit_fen)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
