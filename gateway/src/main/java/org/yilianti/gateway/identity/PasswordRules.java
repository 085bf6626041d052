package org.yilianti.gateway.identity;

import java.nio.charset.StandardCharsets;
import org.yilianti.platform.problem.Refusal;

/** What a new password must be: long enough to resist guessing, short enough for bcrypt, which reads 72 bytes. */
final class PasswordRules {

    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** Refuses (422) a password that is too short or too long, pointing at {@code pointer}. */
    static void check(String password, String pointer) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            throw Refusal.invalid("password.too-short", LEAST_CHARACTERS).at(pointer);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid("password.too-long", MOST_BYTES).at(pointer);
        }
    }
}
