package org.yilianti.incentive.payrun;

import java.time.YearMonth;
import java.util.UUID;

/** State event {@code incentive.pay-run-changed.v1}: a pay run after a change. */
record PayRunChanged(
        UUID id,
        UUID associationId,
        long version,
        YearMonth month,
        String kind,
        String status,
        long poolFen,
        long payableFen,
        int statements) {

    static final String TOPIC = "incentive.pay-runs";
    static final String TYPE = "incentive.pay-run-changed.v1";

    static PayRunChanged of(PayRun run) {
        return new PayRunChanged(
                run.id().value(),
                run.association(),
                run.version(),
                run.month(),
                run.kind().code(),
                run.status().code(),
                run.poolAmount().fen(),
                run.payable().fen(),
                run.statements());
    }
}
