package org.yilianti.rotation.application;

import java.util.Arrays;
import java.util.List;

/**
 * Why a rule refused.
 *
 * @param code machine code; with {@code practice.} before it, the key of the message
 * @param args values in the message, as text
 */
public record ApplicationReason(String rule, String code, List<String> args) {

    static ApplicationReason of(String rule, String code, Object... args) {
        return new ApplicationReason(
                rule, code, Arrays.stream(args).map(String::valueOf).toList());
    }
}
