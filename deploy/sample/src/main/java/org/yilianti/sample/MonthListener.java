package org.yilianti.sample;

/** Is told what the month is about to do, for tests that disturb it. */
@FunctionalInterface
public interface MonthListener {

    /** @param name import, practice, roster, suspension, service or pay, before each step begins */
    void step(String name);
}
