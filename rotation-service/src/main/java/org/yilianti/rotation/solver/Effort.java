package org.yilianti.rotation.solver;

/** The steps that the searches of one thread have made together. */
final class Effort {

    private long steps;

    long steps() {
        return steps;
    }

    void add(long more) {
        steps += more;
    }
}
