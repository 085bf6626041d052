package org.yilianti.incentive.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as the newest event tells.
 *
 * @param staffNo business number, unique in the association
 * @param sex as the registry has it; null when it does not tell
 * @param title rung of the title ladder: none, junior, intermediate, associate-senior or senior
 */
public record Member(
        UUID id,
        UUID association,
        long version,
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String category,
        String title,
        @Nullable String sex) {}
