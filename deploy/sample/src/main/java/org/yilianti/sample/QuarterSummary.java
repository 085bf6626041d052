package org.yilianti.sample;

import java.util.List;

/**
 * The numbers of a played quarter, each read back from the platform; amounts in fen.
 *
 * @param lateFen what a record that came after the payment brought the person with the next run
 * @param appealFen what an upheld appeal brought the person with the next run
 * @param returnedFen what the bank sent back of the first month
 * @param repaidFen what was paid again of that
 * @param simulated people whose pay another scheme would change
 * @param ledgerBalanceFen debit minus credit over all accounts
 */
public record QuarterSummary(
        List<PaidMonth> months,
        long lateFen,
        long appealFen,
        long returnedFen,
        long repaidFen,
        int simulated,
        long ledgerBalanceFen) {

    /** A month that was evaluated and paid. */
    public record PaidMonth(String month, long poolFen, long paidFen, int statements) {}
}
