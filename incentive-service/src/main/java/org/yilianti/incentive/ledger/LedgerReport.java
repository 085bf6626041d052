package org.yilianti.incentive.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** Reads the ledger: balances, entries, lines. */
@Component
public class LedgerReport {

    private final JdbcClient jdbc;

    LedgerReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was booked to an account; the payables of all people are one account. */
    public record AccountBalance(String account, long debitFen, long creditFen) {}

    /** An entry without its lines. */
    public record BookedEntry(
            UUID id,
            String kind,
            UUID sourceId,
            YearMonth period,
            String text,
            long amountFen,
            String bookedBy,
            Instant bookedAt) {}

    /** A line of an entry. */
    public record BookedLine(int position, String account, long debitFen, long creditFen) {}

    /** Every account with what was booked to it, by name. */
    public List<AccountBalance> trialBalance(UUID association) {
        return jdbc.sql("""
                        select account_kind, case when account_kind = 'payable' then '' else account_reference end as reference,
                            sum(debit_fen) as debit, sum(credit_fen) as credit
                        from ledger_line where association_id = ?
                        group by account_kind, case when account_kind = 'payable' then '' else account_reference end
                        order by account_kind, reference
                        """)
                .param(Ids.bytes(association))
                .query((row, number) -> new AccountBalance(
                        Account.name(row.getString("account_kind"), row.getString("reference")),
                        row.getLong("debit"),
                        row.getLong("credit")))
                .list();
    }

    /** Fails when a period's lines do not balance, which the rules of entries exclude. */
    void requireBalanced(UUID association, YearMonth period) {
        long difference = jdbc.sql("""
                        select coalesce(sum(l.debit_fen) - sum(l.credit_fen), 0) from ledger_entry e
                        join ledger_line l on l.entry_id = e.id where e.association_id = ? and e.period = ?
                        """)
                .params(Ids.bytes(association), period.toString())
                .query(Long.class)
                .single();
        if (difference != 0) {
            throw new IllegalStateException("the ledger of " + period + " is out of balance by " + difference + " fen");
        }
    }

    /** A page of entries, oldest first. */
    public List<BookedEntry> entries(UUID association, @Nullable UUID source, PageRequest page) {
        return jdbc.sql("""
                        select * from ledger_entry
                        where association_id = :association and (:source is null or source_id = :source) and id > :after
                        order by id limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("source", Ids.bytesOrNull(source))
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .query((row, number) -> new BookedEntry(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("kind"),
                        Ids.uuid(row.getBytes("source_id")),
                        YearMonth.parse(row.getString("period")),
                        row.getString("text"),
                        row.getLong("amount_fen"),
                        row.getString("booked_by"),
                        row.getTimestamp("booked_at").toInstant()))
                .list();
    }

    /** A page of an entry's lines; empty when the association has no such entry. */
    public Optional<List<BookedLine>> lines(UUID association, UUID entry, PageRequest page) {
        boolean exists = jdbc.sql("select 1 from ledger_entry where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(entry))
                .query(Integer.class)
                .optional()
                .isPresent();
        return exists ? Optional.of(linesOf(entry, page)) : Optional.empty();
    }

    private List<BookedLine> linesOf(UUID entry, PageRequest page) {
        return jdbc.sql("select * from ledger_line where entry_id = ? and position > ? order by position limit ?")
                .param(Ids.bytes(entry))
                .param(page.after() == null ? -1 : page.after().number(0))
                .param(page.fetchSize())
                .query((row, number) -> new BookedLine(
                        row.getInt("position"),
                        Account.name(row.getString("account_kind"), row.getString("account_reference")),
                        row.getLong("debit_fen"),
                        row.getLong("credit_fen")))
                .list();
    }
}
