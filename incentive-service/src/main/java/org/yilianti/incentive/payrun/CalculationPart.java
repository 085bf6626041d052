package org.yilianti.incentive.payrun;

import java.util.UUID;

/** What is done of a stage in one transaction. */
sealed interface CalculationPart {

    /** Number within the stage. */
    int number();

    /** Everything at an institution. */
    record AtInstitution(int number, UUID institution) implements CalculationPart {}

    /**
     * The people whose ids lie in a range.
     *
     * @param from inclusive, 16 bytes
     * @param to exclusive, 16 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // ids as the database compares them; never compared here
    record OfPeople(int number, byte[] from, byte[] to) implements CalculationPart {}
}
