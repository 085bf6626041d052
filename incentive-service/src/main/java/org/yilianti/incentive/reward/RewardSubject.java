package org.yilianti.incentive.reward;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case is about: an institution, or a person who serves there.
 *
 * @param member null for the institution
 * @param staffNo null for the institution
 */
public record RewardSubject(
        UUID institution,
        String institutionCode,
        @Nullable UUID member,
        @Nullable String staffNo) {

    /** As people know it. */
    public String name() {
        return staffNo == null ? institutionCode : staffNo;
    }
}
