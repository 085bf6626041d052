package org.yilianti.rotation.solver;

/** Asked often by a running solve, from several threads; once it answers true the solve ends soon with the best plan it has. */
@FunctionalInterface
public interface Cancellation {

    boolean requested();

    static Cancellation never() {
        return () -> false;
    }
}
