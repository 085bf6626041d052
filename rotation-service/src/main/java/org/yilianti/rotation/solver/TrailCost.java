package org.yilianti.rotation.solver;

/** A soft rule about the order of duties and days off, charged on the day that ends a run. */
interface TrailCost extends RowCost {

    /** What this content of the next day costs; {@link Model#FREE} for a day off. */
    int cost(Trails trails, Trail before, int content);
}
