package org.yilianti.rotation.solver;

/**
 * A hard rule about the order of duties: looks at what lies before a duty only. The engine compiles these rules into an
 * {@link Automaton}; {@link RowRule#permits} looks both ways because it is asked about days in the middle of a row.
 */
interface TrailRule extends RowRule {

    /** Whether a duty of this type may follow what the days before left behind. */
    boolean follows(Trails trails, Trail before, int type);
}
