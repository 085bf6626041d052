package org.yilianti.rotation.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are asked for; null does not narrow.
 *
 * @param institutionId home or host
 * @param pending whether somebody's decision or answer is waited for
 */
public record ApplicationFilter(
        @Nullable UUID memberId,
        @Nullable UUID institutionId,
        @Nullable ApplicationState state,
        @Nullable Boolean pending,
        Order order) {

    /** In which order they are told. */
    public enum Order {
        /** As they were made. */
        MADE,
        /** By the day on which the decision is due; those without a day last. */
        DUE
    }
}
