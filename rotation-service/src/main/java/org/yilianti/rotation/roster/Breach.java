package org.yilianti.rotation.roster;

import java.util.List;
import org.yilianti.platform.problem.Violation;

/**
 * A hard rule that a change of duties would break.
 *
 * @param rule stable code: of a solver rule such as {@code rest}, {@code category}, or of a lawful-practice rule's reason
 * @param message key of the message
 * @param args values in the message
 */
public record Breach(String rule, String message, List<Object> args) {

    /** The breach as an error of a request. */
    public Violation at(String pointer) {
        return new Violation(pointer, message, args.toArray());
    }
}
