package org.yilianti.rotation.solver;

/** A soft rule that looks at one row, computed from scratch; the search uses {@link Row#cost()} and is tested against these. */
interface RowCost {

    Rule rule();

    long cost(Row row);
}
