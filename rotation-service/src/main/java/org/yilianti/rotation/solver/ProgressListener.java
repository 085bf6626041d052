package org.yilianti.rotation.solver;

/** Hears about a running solve, in the solving thread, once for the start and then a few dozen times; costs never rise. */
@FunctionalInterface
public interface ProgressListener {

    void progressed(SolveProgress progress);

    /** A listener that does not listen. */
    static ProgressListener none() {
        return progress -> {};
    }
}
