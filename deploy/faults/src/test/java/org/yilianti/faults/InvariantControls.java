package org.yilianti.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.Module;

/** Negative controls: breaks each invariant on purpose and makes sure that the checker says so. */
final class InvariantControls {

    private InvariantControls() {}

    static void assertEachIsFoundWhenBroken(LocalPlatform platform, Journal journal) {
        Stores stores = Stores.of(platform);
        Invariants invariants = new Invariants(stores, new Topics(platform.bootstrapServers()));

        change(
                stores,
                Module.INCENTIVE,
                "update ledger_line set debit_fen = debit_fen + 1 where debit_fen > 0 limit 1");
        assertFound("V1", invariants::postings);

        change(stores, Module.ROTATION, "delete from inbox_version where topic = 'staff.members' limit 1");
        assertFound("V2", invariants::events);

        change(stores, Module.STAFF, "delete from outbox_event where version = 1 limit 1");
        change(stores, Module.STAFF, "update outbox_event set version = version + 5 where version = 1 limit 1");
        assertFound("V3", invariants::versions);

        // The keys would not let it happen, which is why they go first.
        stores.of(Module.INCENTIVE)
                .sql("alter table pay_payment drop foreign key pay_payment_of_statement, drop primary key")
                .update();
        change(stores, Module.INCENTIVE, "insert into pay_payment select * from pay_payment limit 1");
        assertFound("V4: 1 items were paid twice", invariants::payments);
        assertFound("V4: 1 people were paid another amount", invariants::payments);

        change(stores, Module.ROTATION, ApprovalHistories.SPOIL);
        assertFound("V5", invariants::approvals);

        change(stores, Module.ROTATION, """
                update service_record set flags = '[{"code":"overlap","blocking":true,"args":[]}]' where status = 'confirmed' limit 1
                """);
        assertFound("V5", invariants::service);

        change(stores, Module.STAFF, "delete from idempotency_key limit 1");
        assertFound("V6", () -> invariants.promises(journal));

        change(stores, Module.STAFF, "update audit_entry set actor = 'nobody' where position = 1");
        assertFound("V7", invariants::auditChains);
    }

    private static void change(Stores stores, Module module, String sql) {
        assertThat(stores.of(module).sql(sql).update()).as(sql).isPositive();
    }

    private static void assertFound(String invariant, Supplier<List<String>> check) {
        assertThat(check.get()).as(invariant).anyMatch(message -> message.startsWith(invariant));
    }
}
