package org.yilianti.incentive.ledger;

import java.util.Locale;
import java.util.UUID;

/**
 * An account of an association.
 *
 * @param reference what it is kept for; empty where there is one of its kind
 */
public record Account(Kind kind, String reference) {

    public static final Account CASH = new Account(Kind.CASH, "");

    /** What accounts are kept for. */
    public enum Kind {
        CASH,
        POOL,
        INSTITUTION,
        PAYABLE,
        APPROPRIATION,
        ALLOTTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Account pool(UUID pool) {
        return new Account(Kind.POOL, pool.toString());
    }

    public static Account institution(String code) {
        return new Account(Kind.INSTITUTION, code);
    }

    /** What was received of an appropriation and not allotted. */
    public static Account appropriation(UUID appropriation) {
        return new Account(Kind.APPROPRIATION, appropriation.toString());
    }

    /** What an institution was allotted and has not been paid. */
    public static Account allotted(String code) {
        return new Account(Kind.ALLOTTED, code);
    }

    /** What is owed to a person. */
    public static Account payable(String staffNo) {
        return new Account(Kind.PAYABLE, staffNo);
    }

    /** Name as it is shown, such as {@code institution:T01}. */
    static String name(String kind, String reference) {
        return reference.isEmpty() ? kind : kind + ":" + reference;
    }
}
