package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.ids.Ids;
import tools.jackson.databind.JsonNode;

/** What was paid and booked for an association that has nothing else in its books (I4, I6, I9). */
record QuarterBooks(JdbcClient jdbc, PayMonth month, UUID association) {

    void allIsPaidAndBookedOnce(UUID run, long pool) {
        assertThat(fen("select sum(amount_fen) from pay_payment where run_id = ?", run))
                .as("paid; nothing of the pool is undistributed")
                .isEqualTo(pool);
        assertThat(fen("select sum(amount_fen) from pay_statement where run_id = ?", run))
                .isEqualTo(pool);
        assertThat(fen("""
                        select count(*) from (select member_id from pay_payment where run_id = ?
                            group by member_id having count(*) > 1) twice
                        """, run)).isZero();
        for (String kind : List.of("pool-allocated", "pay-granted", "pay-released")) {
            assertThat(fen(
                            "select sum(l.credit_fen) - sum(l.debit_fen) from ledger_line l join ledger_entry e"
                                    + " on e.id = l.entry_id where e.source_id = ? and e.kind = '" + kind + "'",
                            run))
                    .as("%s balances", kind)
                    .isZero();
        }
        assertThat(fen("select count(*) from ledger_entry where source_id = ?", run))
                .isEqualTo(3);
    }

    /**
     * Nothing is left at an institution, owed to anybody, or in a pool that was paid out.
     *
     * @param paid of all runs, in fen
     * @param unspent the money of pools that no run spent, in fen by pool
     */
    void whatCameInWentOutOrIsUnspent(long paid, Map<UUID, Long> unspent) {
        assertThat(fen("select sum(amount_fen) from pay_payment where association_id = ?", association))
                .isEqualTo(paid);
        long left = unspent.values().stream().mapToLong(Long::longValue).sum();
        JsonNode accounts =
                month.auditor().get("/v1/ledger/trial-balance").json().path("items");
        assertThat(accounts).isNotEmpty();
        for (JsonNode one : accounts) {
            String account = one.path("account").asString();
            long expected = account.equals("cash")
                    ? left
                    : account.startsWith("pool:")
                            ? -unspent.getOrDefault(UUID.fromString(account.substring(5)), 0L)
                            : 0;
            assertThat(one.path("debitFen").asLong() - one.path("creditFen").asLong())
                    .as(account)
                    .isEqualTo(expected);
        }
    }

    private long fen(String sql, UUID run) {
        return jdbc.sql(sql).param(Ids.bytes(run)).query(Long.class).single();
    }
}
