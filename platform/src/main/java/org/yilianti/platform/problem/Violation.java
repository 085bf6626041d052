package org.yilianti.platform.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the offending value, empty for the whole request
 * @param code machine code and message key
 * @param args values shown in the message
 */
public record Violation(String pointer, String code, Object... args) {}
