package org.yilianti.local.process;

/** A part of the platform that runs as a process of its own. */
public interface Component {

    /** Starts it and returns when it does its work. */
    void start();

    /** Returns its process, for stopping and killing it. */
    ChildProcess process();

    /** Returns the name people know it by. */
    default String name() {
        return process().name();
    }
}
