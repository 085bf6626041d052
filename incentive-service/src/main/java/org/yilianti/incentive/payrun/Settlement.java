package org.yilianti.incentive.payrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.ledger.Account;
import org.yilianti.incentive.ledger.LedgerEntry;
import org.yilianti.incentive.ledger.LedgerLine;
import org.yilianti.incentive.ledger.LedgerManagement;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** The money side of a run: books what is owed when it is final, pays and books what is paid. */
@Component
class Settlement {

    private static final String PERFORMANCE = "performance";

    private final PayResults results;
    private final LedgerManagement ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Settlement(PayResults results, LedgerManagement ledger, JdbcClient jdbc, Clock clock) {
        this.results = results;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Moves the pool to the institutions, and from them to what is owed to people. */
    void bookPayables(PayRun run, String actor) {
        List<Map.Entry<String, Money>> institutions = results.institutionAmounts(run.id());
        List<LedgerLine> allocated = new ArrayList<>();
        allocated.add(LedgerLine.debit(Account.pool(run.pool().value()), run.poolAmount()));
        allocated.addAll(
                lines(institutions, (code, amount) -> LedgerLine.moved(Account.institution(code), amount.negated())));
        book(run, LedgerEntry.Kind.POOL_ALLOCATED, actor, allocated);

        List<LedgerLine> granted = new ArrayList<>(
                lines(institutions, (code, amount) -> LedgerLine.moved(Account.institution(code), amount)));
        granted.addAll(lines(
                results.personAmounts(run.id()),
                (staffNo, amount) -> LedgerLine.credit(Account.payable(staffNo), amount)));
        book(run, LedgerEntry.Kind.PAY_GRANTED, actor, granted);
    }

    /** Pays every statement once and books it; what is paid is the pool, or nothing is. */
    void pay(PayRun run, String actor) {
        jdbc.sql("""
                        insert into pay_payment (run_id, member_id, item, association_id, amount_fen, paid_at)
                        select run_id, member_id, :item, association_id, amount_fen, :now from pay_statement
                        where run_id = :run and amount_fen > 0
                        """)
                .param("item", PERFORMANCE)
                .param("now", Timestamp.from(clock.instant()))
                .param("run", run.id().bytes())
                .update();
        Money paid = Money.ofFen(
                jdbc.sql("select coalesce(sum(amount_fen), 0) from pay_payment where run_id = ? and association_id = ?")
                        .params(run.id().bytes(), Ids.bytes(run.association()))
                        .query(Long.class)
                        .single());
        if (!paid.equals(run.poolAmount())) {
            throw new IllegalStateException("payments sum to " + paid + ", the pool is " + run.poolAmount());
        }
        List<LedgerLine> released = new ArrayList<>(lines(
                results.personAmounts(run.id()),
                (staffNo, amount) -> LedgerLine.debit(Account.payable(staffNo), amount)));
        released.add(LedgerLine.credit(Account.CASH, paid));
        book(run, LedgerEntry.Kind.PAY_RELEASED, actor, released);
    }

    private void book(PayRun run, LedgerEntry.Kind kind, String actor, List<LedgerLine> lines) {
        ledger.book(new LedgerEntry(
                run.association(),
                kind,
                run.id().value(),
                run.month(),
                run.month().toString(),
                actor,
                lines));
    }

    private static List<LedgerLine> lines(
            List<Map.Entry<String, Money>> amounts, BiFunction<String, Money, LedgerLine> line) {
        return amounts.stream()
                .map(one -> line.apply(one.getKey(), one.getValue()))
                .toList();
    }
}
