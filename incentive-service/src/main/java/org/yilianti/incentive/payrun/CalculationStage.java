package org.yilianti.incentive.payrun;

import java.util.Locale;

/** How far a calculation is; those in parts are done when all their parts are. */
enum CalculationStage {
    /** Forgets what an earlier calculation left, takes policy and institutions, plans the parts. */
    OPEN,
    /** Takes the records of service, by institution. */
    RECORDS,
    /** Takes the people and adds up their work, in ranges of people. */
    PEOPLE,
    /** Settles what earlier runs owe and splits the pool over the institutions. */
    BALANCE,
    /** Splits what an institution gets over its people, by institution. */
    LINES,
    /** Adds up what each person gets, in ranges of people. */
    STATEMENTS,
    /** Checks that all sums to the pool, takes the fingerprint of the result, tells of it. */
    CLOSE,
    DONE;

    boolean isInParts() {
        return switch (this) {
            case RECORDS, PEOPLE, LINES, STATEMENTS -> true;
            case OPEN, BALANCE, CLOSE, DONE -> false;
        };
    }

    boolean isByInstitution() {
        return this == RECORDS || this == LINES;
    }

    CalculationStage next() {
        return switch (this) {
            case OPEN -> RECORDS;
            case RECORDS -> PEOPLE;
            case PEOPLE -> BALANCE;
            case BALANCE -> LINES;
            case LINES -> STATEMENTS;
            case STATEMENTS -> CLOSE;
            case CLOSE, DONE -> DONE;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CalculationStage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
