package org.yilianti.sample;

/** Is told what the month is about to do and what it was promised, for tests that disturb it. */
@FunctionalInterface
public interface MonthListener {

    /** @param name import, practice, roster, suspension, service or pay, before each step begins */
    void step(String name);

    /** A creating or deciding call of {@code account} under this key was answered with success. */
    default void answered(String account, String key) {}
}
