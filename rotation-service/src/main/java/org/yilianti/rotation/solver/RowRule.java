package org.yilianti.rotation.solver;

/**
 * A hard rule as one question: may this duty be added to what the row already holds?
 *
 * <p>Every rule is <em>hereditary</em>: taking a duty away never breaks it. So a row is lawful exactly when adding its duties one by one
 * is permitted each time, the empty plan is always feasible, and one predicate serves the search, the check of a finished plan
 * and the explanation. (Least numbers, such as a shortest run of days, are not hereditary: see {@link LeastNumbers}.)
 */
interface RowRule {

    Rule rule();

    /** Whether a duty of this type may be put on this free day. */
    boolean permits(Row row, int day, int type);

    /** Why {@link #permits} says no, with the values; only asked when it does. */
    String reason(Row row, int day, int type);
}
