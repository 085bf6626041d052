package org.yilianti.rotation.practice;

import java.util.List;

/**
 * What one rule says.
 *
 * @param rule name of the rule
 * @param code reason; also the key of its message, behind {@code practice.}
 * @param args values in the message
 * @param clause what the rule rests on
 */
public record PracticeVerdict(String rule, boolean permitted, String code, List<Object> args, String clause) {

    static PracticeVerdict permitted(String rule, Clause clause) {
        return new PracticeVerdict(rule, true, rule, List.of(), clause.citation());
    }

    static PracticeVerdict refused(String rule, Clause clause, String code, Object... args) {
        return new PracticeVerdict(rule, false, code, List.of(args), clause.citation());
    }
}
