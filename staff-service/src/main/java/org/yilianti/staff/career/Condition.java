package org.yilianti.staff.career;

/**
 * One condition of a promotion as it was judged.
 *
 * @param rule names it; its text is the message {@code career.<rule>}
 * @param required what is asked for
 * @param actual what was found
 */
public record Condition(String rule, boolean met, String required, String actual) {}
