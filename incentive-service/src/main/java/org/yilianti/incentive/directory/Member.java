package org.yilianti.incentive.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as the newest event tells.
 *
 * @param staffNo business number, unique in the association
 * @param sex as the registry has it; null when it does not tell
 * @param title rung of the title ladder: none, junior, intermediate, associate-senior or senior
 * @param mainInstitution where they mainly serve; null when the registry does not tell
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
        @Nullable String sex,
        @Nullable UUID mainInstitution) {

    /** Somebody of whom it is not known where they mainly serve. */
    public Member(
            UUID id,
            UUID association,
            long version,
            String staffNo,
            String name,
            @Nullable String nameLatin,
            String category,
            String title,
            @Nullable String sex) {
        this(id, association, version, staffNo, name, nameLatin, category, title, sex, null);
    }
}
