package org.yilianti.rotation.practice;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done. What is null is not asked about.
 *
 * @param specialty code of the work's specialty, such as {@code cardiology}; null for the general work of the person's category
 * @param category practice category that the licence must be of, such as {@code clinical}
 * @param scope practice scope that the licence must name
 * @param procedure code of a procedure that may be restricted, such as {@code surgery-4}
 * @param duty staff category that a duty is for, such as {@code nurse}
 */
public record Activity(
        @Nullable String specialty,
        @Nullable String category,
        @Nullable String scope,
        @Nullable String procedure,
        @Nullable String duty) {

    private static final Activity GENERAL = new Activity(null, null, null, null, null);

    /** Work of a specialty, whatever its kind; null for general work. */
    public static Activity of(@Nullable String specialty) {
        return specialty == null ? GENERAL : new Activity(specialty, null, null, null, null);
    }
}
