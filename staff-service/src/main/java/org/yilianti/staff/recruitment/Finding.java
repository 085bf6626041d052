package org.yilianti.staff.recruitment;

/**
 * One condition of a position as it was judged.
 *
 * @param rule names it; its text is the message {@code recruitment.condition.<rule>}
 * @param required what is asked for: a word whose text is the message {@code recruitment.value.<word>}, or a value, perhaps after ≥ or ≤
 * @param actual what was found, in the same way
 */
public record Finding(String rule, boolean met, String required, String actual) {}
