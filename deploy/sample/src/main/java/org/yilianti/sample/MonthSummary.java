package org.yilianti.sample;

import java.util.Map;

/**
 * The numbers of a played month, each read back from the platform.
 *
 * @param imports by name of the list
 */
public record MonthSummary(
        Map<String, Import> imports,
        Practice practice,
        Roster roster,
        Suspension suspension,
        Service service,
        Pay pay) {

    /**
     * One imported list.
     *
     * @param reasons number of rejected rows by error code
     */
    public record Import(int total, int accepted, int rejected, Map<String, Integer> reasons) {}

    /** Applications for multi-site practice. */
    public record Practice(int applied, int filed, int refusedByRule, int refusedByPerson, String ruleReasons) {}

    /**
     * The published plan.
     *
     * @param planned duties that were given to somebody
     * @param unmet people missing, over all shifts
     */
    public record Roster(int planned, int unmet, String cost, String bound) {}

    /**
     * The cascade of a suspended licence.
     *
     * @param open duties shown as open afterwards, with those that stood open from the start
     * @param seconds from the answer to the suspension until agreement and duties had followed
     */
    public record Suspension(int released, int open, double seconds) {}

    /**
     * Service records of the month at the rostered institutions.
     *
     * @param flagged of the recorded, those that nobody may confirm before they are resolved; not paid
     * @param reasons number of rejected records by error code
     * @param flags number of flagged records by the code of their first blocking flag
     */
    public record Service(
            int reported,
            int recorded,
            int rejected,
            int flagged,
            int confirmed,
            Map<String, Integer> reasons,
            Map<String, Integer> flags) {}

    /**
     * Evaluation and pay.
     *
     * @param scores by code of the institution
     * @param paidFen sum over all statements
     * @param ledgerBalanceFen debit minus credit over all accounts
     * @param explained one person's statement, down to the records
     */
    public record Pay(
            Map<String, String> scores,
            long poolFen,
            long paidFen,
            int statements,
            long ledgerBalanceFen,
            String explained) {}

    /** Without what differs between two runs of the same month: times and the text of the explanation. */
    public MonthSummary totals() {
        return new MonthSummary(
                imports,
                practice,
                roster,
                new Suspension(suspension.released, suspension.open, 0),
                service,
                new Pay(pay.scores, pay.poolFen, pay.paidFen, pay.statements, pay.ledgerBalanceFen, ""));
    }
}
