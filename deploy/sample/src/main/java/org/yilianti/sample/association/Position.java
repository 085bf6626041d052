package org.yilianti.sample.association;

import org.jspecify.annotations.Nullable;

/**
 * A place to be filled at an institution.
 *
 * @param specialty null where the work has none (management, logistics)
 * @param role the doctor of the sample month who fills it, if it is one
 */
record Position(
        Category category,
        Title title,
        @Nullable Specialty specialty,
        boolean head,
        @Nullable Role role) {}
